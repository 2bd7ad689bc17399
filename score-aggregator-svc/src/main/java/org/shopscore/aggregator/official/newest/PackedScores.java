package org.shopscore.aggregator.official.newest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.official.SampleSizes;
import org.shopscore.aggregator.shop.table.Common;
import org.shopscore.aggregator.shop.table.ShopBytes;

/**
 * Writes the scores of a day as {@link ShopBytes}: behind the id an i32, the number of what the score has in common with many others, i64
 * seconds and i32 nanoseconds of when it became known, then its own texts in UTF-8, each ended by a zero, nothing for one that it does not have.
 */
final class PackedScores {

    private static final String END = "\0";
    private static final int HEAD = Integer.BYTES + Long.BYTES + Integer.BYTES;

    private final Common<Official> common = new Common<>();

    byte[] pack(String shopId, Official score) {
        byte[] texts = Stream.of(
                        score.published(),
                        score.total(),
                        score.base(),
                        score.deductions(),
                        score.dimensions(),
                        score.samples().map(SampleSizes::sizes).orElse(null),
                        score.cause())
                .map(text -> Optional.ofNullable(text).orElse("") + END)
                .collect(Collectors.joining())
                .getBytes(UTF_8);
        byte[] entry = ShopBytes.of(shopId, HEAD + texts.length);
        Instant knownAt = score.knownAt();
        rest(entry)
                .putInt(common.number(common(score)))
                .putLong(knownAt.getEpochSecond())
                .putInt(knownAt.getNano())
                .put(texts);
        return entry;
    }

    Official unpack(byte[] entry) {
        var rest = rest(entry);
        Official shared = common.of(rest.getInt());
        Instant knownAt = Instant.ofEpochSecond(rest.getLong(), rest.getInt());
        String[] texts = new String(entry, rest.position(), rest.remaining(), UTF_8).split(END, -1);
        return with(
                shared,
                knownAt,
                text(texts, 0),
                text(texts, 1),
                text(texts, 2),
                text(texts, 3),
                text(texts, 4),
                text(texts, 5),
                text(texts, 6));
    }

    /** How many different ones all scores have in common with others. */
    int kinds() {
        return common.size();
    }

    private static ByteBuffer rest(byte[] entry) {
        int from = ShopBytes.idTo(entry);
        return ByteBuffer.wrap(entry, from, entry.length - from);
    }

    private static String text(String[] texts, int at) {
        return texts[at].isEmpty() ? null : texts[at];
    }

    private static Official common(Official score) {
        return with(score, Instant.EPOCH, null, null, null, null, null, "", null);
    }

    private static Official with(
            Official score,
            Instant knownAt,
            String published,
            String total,
            String base,
            String deductions,
            String dimensions,
            String sizes,
            String cause) {
        return new Official(
                score.statDate(),
                score.revision(),
                score.policyVersion(),
                score.stage(),
                score.noScore(),
                published,
                total,
                base,
                score.level(),
                score.trafficWeight(),
                deductions,
                dimensions,
                score.samples().map(samples -> new SampleSizes(samples.metrics(), sizes)),
                score.entitlements(),
                score.publishedAt(),
                knownAt,
                cause,
                score.previous());
    }
}
