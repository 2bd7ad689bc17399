package org.shopscore.suite.replay;

/** What the data leaves open or says against itself, and the rule by which it becomes a fact all the same. */
enum SetRight {
    PAID_AT_PURCHASE("order without an approval time: paid at its purchase"),
    BEFORE_PAYMENT("fact dated before the payment: sent after the order, with the time it bears"),
    CANCELLED_AT_PAYMENT("cancelled order, without a time in the data: cancelled at its payment, sent last"),
    CANCELLATION_LEFT_OUT("cancelled order that was handed over or delivered: counts as delivered, not cancelled"),
    RATED_AT_CREATION("review without an answer time: rated when it was created"),
    RATED_LAST("review without any time: rated one second after all else that is known of its order"),
    NO_ORDER("item or review of an order that is not in the set: left out"),
    NO_ITEM("order without an item, so without a seller: left out");

    private final String rule;

    SetRight(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
