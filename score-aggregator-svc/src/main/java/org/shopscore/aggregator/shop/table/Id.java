package org.shopscore.aggregator.shop.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.shopscore.metric.Lane;

/** A shop's id as bytes, with its hash. */
public final class Id {

    private final byte[] text;
    private final int hash;

    private Id(byte[] text) {
        this.text = text;
        this.hash = Lane.hash(text, 0, text.length);
    }

    public static Id of(String shopId) {
        return new Id(shopId.getBytes(UTF_8));
    }

    byte[] text() {
        return text;
    }

    public int hash() {
        return hash;
    }

    public int partition() {
        return Lane.ofHash(hash);
    }
}
