package org.shopscore.logistics.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.shopscore.logistics.region.Region;

/**
 * One thing that a carrier tells of a parcel.
 *
 * @param at      when it happened, in whole microseconds
 * @param rawCode the provider's own code
 * @param text    the provider's own words, without personal data
 * @param region  where it happened, as far as that is known
 */
public record Scan(
        Instant at,
        ScanStatus status,
        Optional<Incident> incident,
        String rawCode,
        String text,
        Optional<Region> region) {

    public Scan {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Of one waybill's scans, the same instant, status and digest are the same scan. */
    public String digest() {
        byte[] told = (rawCode + "|" + text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(told));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
