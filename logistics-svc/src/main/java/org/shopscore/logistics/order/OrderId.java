package org.shopscore.logistics.order;

/** An order of a shop; the order id is the shop's own. */
public record OrderId(String shopId, String orderId) implements Comparable<OrderId> {

    /** The row's key, which is also the order's key in order-facts; no id holds a slash. */
    public String key() {
        return shopId + "/" + orderId;
    }

    /** The fact's name in its metric events. */
    public String ref() {
        return "order/" + orderId;
    }

    @Override
    public int compareTo(OrderId other) {
        return key().compareTo(other.key());
    }
}
