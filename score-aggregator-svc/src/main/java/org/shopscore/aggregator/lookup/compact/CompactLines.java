package org.shopscore.aggregator.lookup.compact;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.lookup.memory.Entry;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.official.Withheld;

/**
 * Packs compact scores into the lines of memory: the item of the binary form, i64 hash of the JSON up to its freshness, i32 day of the
 * score before a withheld one, negative where a verdict withholds it, u8 policy of the official and u8 of the provisional score.
 */
public final class CompactLines {

    private static final int HASH = CompactBinary.ITEM;
    private static final int PREVIOUS_DAY = 52;
    private static final int OFFICIAL_POLICY = 56;
    private static final int POLICY = 57;
    private static final int MOST_POLICIES = 255;
    private static final int TRIAL = 1;

    private final CompactBinary binary;
    private final CodeBook policies = new CodeBook(List.of(), MOST_POLICIES);
    private final LineJson json;

    public CompactLines(CompactBinary binary) {
        this.binary = binary;
        this.json = new LineJson(binary, policies);
    }

    /** Empty for a score that would read differently when it is unpacked. */
    public Optional<byte[]> line(byte[] entry, CompactScore score) {
        if (!hasNumbers(score)) {
            return Optional.empty();
        }
        byte[] text = CompactJson.score(score);
        byte[] line = packed(score, hash(text));
        var unpacked = new Ascii();
        json.write(unpacked, Entry.with(entry, TRIAL, line));
        return Arrays.equals(unpacked.copy(), text) ? Optional.of(line) : Optional.empty();
    }

    /** Of both policies. */
    private boolean hasNumbers(CompactScore score) {
        return numberOf(score.policyVersion()) >= 0
                && score.official().stream().allMatch(official -> numberOf(official.policyVersion()) >= 0);
    }

    private byte[] packed(CompactScore score, long hash) {
        var line = ByteBuffer.allocate(Entry.LINE).put(binary.item(score)).putLong(HASH, hash);
        score.official().ifPresent(official -> {
            line.put(OFFICIAL_POLICY, (byte) policies.number(official.policyVersion()));
            official.previous().ifPresent(before -> line.putInt(PREVIOUS_DAY, signedDay(before)));
        });
        return line.put(POLICY, (byte) policies.number(score.policyVersion())).array();
    }

    /** Everything but the freshness, which has to follow. */
    public void json(Ascii out, byte[] entry) {
        json.write(out, entry);
    }

    /** Of the provisional score of an entry with a line. */
    public String policyVersion(byte[] entry) {
        return policies.code(policy(ByteBuffer.wrap(entry), Entry.line(entry)));
    }

    /** By which lines of the policy are told from those of others; negative for one too many. */
    public int numberOf(String policyVersion) {
        return policies.number(policyVersion);
    }

    /** What the ETag shows. */
    public static long hash(byte[] text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of an entry with a line. */
    public static long hashOf(byte[] entry) {
        return ByteBuffer.wrap(entry).getLong(Entry.line(entry) + HASH);
    }

    /** Of an entry with a line. */
    public static byte[] item(byte[] entry) {
        int from = Entry.line(entry);
        return Arrays.copyOfRange(entry, from, from + CompactBinary.ITEM);
    }

    private static int signedDay(Official.Previous before) {
        int day = Math.toIntExact(before.statDate().toEpochDay());
        return before.reason().equals(Withheld.BY_VERDICT) ? -day : day;
    }

    /** Negative where a verdict withholds the score after it, 0 where there is none. */
    static int previousDay(ByteBuffer entry, int line) {
        return entry.getInt(line + PREVIOUS_DAY);
    }

    static int officialPolicy(ByteBuffer entry, int line) {
        return entry.get(line + OFFICIAL_POLICY) & 0xFF;
    }

    static int policy(ByteBuffer entry, int line) {
        return entry.get(line + POLICY) & 0xFF;
    }
}
