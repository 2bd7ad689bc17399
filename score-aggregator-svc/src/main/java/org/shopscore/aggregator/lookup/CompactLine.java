package org.shopscore.aggregator.lookup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactJson;
import org.shopscore.aggregator.lookup.compact.CompactScore;

/** A compact score, written in both forms up to its freshness. */
final class CompactLine {

    private final int partition;
    private final String policyVersion;
    private final byte[] json;
    private final byte[] item;
    private final String hash;
    private final String tag;

    CompactLine(int partition, CompactScore score, CompactBinary binary) {
        this.partition = partition;
        this.policyVersion = score.policyVersion();
        this.json = CompactJson.score(score);
        this.item = binary.item(score);
        this.hash = hash(json);
        this.tag = "W/\"" + hash + '"';
    }

    int partition() {
        return partition;
    }

    /** The policy that the provisional score was made by. */
    String policyVersion() {
        return policyVersion;
    }

    /** Not to be changed, like {@link #item}. */
    byte[] json() {
        return json;
    }

    byte[] item() {
        return item;
    }

    /** Of everything but the freshness. */
    String hash() {
        return hash;
    }

    /** The hash as a weak ETag. */
    String tag() {
        return tag;
    }

    private static String hash(byte[] json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return "%016x".formatted(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
