package org.shopscore.logistics.care.template;

import java.util.Arrays;
import java.util.Optional;

/** What a text may name of its order. */
public enum Placeholder {
    ORDER_ID("orderId", 100, true),
    CARRIER("carrier", 60, false),
    WAYBILL("waybill", 200, false),
    PROMISED_DATE("promisedDate", 40, false),
    ETA("eta", 40, false);

    private final String label;
    private final int longest;
    private final boolean known;

    Placeholder(String label, int longest, boolean known) {
        this.label = label;
        this.longest = longest;
        this.known = known;
    }

    /** As a text writes it, between braces. */
    public String label() {
        return label;
    }

    /** How many characters its value may have. */
    int longest() {
        return longest;
    }

    /** Whether every order has it. */
    boolean isAlwaysKnown() {
        return known;
    }

    static Optional<Placeholder> named(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}
