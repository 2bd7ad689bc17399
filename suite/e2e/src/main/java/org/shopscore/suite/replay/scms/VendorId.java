package org.shopscore.suite.replay.scms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shop's id for a vendor: always the same for the same name, readable, and another for every other name. */
final class VendorId {

    private static final int READABLE = 40;
    private static final int DIGEST_BYTES = 4;

    static String of(String vendor) {
        var words =
                vendor.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var readable = words.substring(0, Math.min(READABLE, words.length()));
        return Stream.of("v", readable, digest(vendor))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }

    private static String digest(String vendor) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(vendor.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private VendorId() {}
}
