package org.shopscore.logistics.order;

/** An order of a shop; the order id is the shop's own. */
public record OrderId(String shopId, String orderId) {

    /** The row's key, which is also the order's key in order-facts; no id holds a slash. */
    String key() {
        return shopId + "/" + orderId;
    }

    /** The fact's name in its metric events. */
    String ref() {
        return "order/" + orderId;
    }
}
