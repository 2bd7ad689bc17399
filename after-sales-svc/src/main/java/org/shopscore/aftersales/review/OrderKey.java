package org.shopscore.aftersales.review;

/** Which order of which shop; neither id holds a slash. */
record OrderKey(String shopId, String orderId) {

    static OrderKey parse(String text) {
        int slash = text.indexOf('/');
        return new OrderKey(text.substring(0, slash), text.substring(slash + 1));
    }

    /** The rating of the order as its events name it. */
    String ref() {
        return "order-review/" + orderId;
    }

    /** As the tables and the topic of the facts have it. */
    @Override
    public String toString() {
        return shopId + "/" + orderId;
    }
}
