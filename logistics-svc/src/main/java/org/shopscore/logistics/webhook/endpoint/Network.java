package org.shopscore.logistics.webhook.endpoint;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** A range of addresses, such as {@code 203.0.113.0/24} or one address alone. */
public record Network(InetAddress address, int prefix) {

    /** Empty when the text is none. */
    static Optional<Network> of(String text) {
        int slash = text.indexOf('/');
        try {
            var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int bits = address.getAddress().length * Byte.SIZE;
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new Network(address, prefix));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        int host = mine.length * Byte.SIZE - prefix;
        return mine.length == theirs.length
                && new BigInteger(1, mine).shiftRight(host).equals(new BigInteger(1, theirs).shiftRight(host));
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
