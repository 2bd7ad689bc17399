package org.shopscore.metric;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One change of one fact, in amounts: the only thing about a shop that crosses from a service to the score.
 *
 * @param shopId  whose measures change; the record key
 * @param time    when it happened; for an overdue fact its due instant
 * @param ref     the fact, e.g. {@code order/o-1}: the same for every later correction of it
 * @param reason  why a past amount is corrected; absent for a plain new fact
 * @param since   when the fact happened that a correction with a reason takes back, within 1100 days before the correction; absent where it
 *     counted from its own day on
 * @param changes all its days and measures
 * @param closes  lost numbers of the lane that a repair makes good; empty for everything else
 */
public record MetricEvent(
        String shopId,
        Instant time,
        String ref,
        Optional<String> reason,
        Optional<Instant> since,
        List<Change> changes,
        List<SequenceRange> closes)
        implements Announcement {

    public static final String TYPE = "org.shopscore.metric.v1";

    /** At most this many amounts in one event, over all its days. */
    public static final int MOST_MEASURES = 32;

    static final Duration OLDEST_DAY = Duration.ofDays(1100);
    static final Duration NEWEST_DAY = Duration.ofDays(1);

    private static final String SHOP_ID = "[A-Za-z0-9][A-Za-z0-9._~-]{0,63}";

    public MetricEvent {
        requireShopId(shopId);
        requireNonNull(time, "time");
        requireNonNull(reason, "reason");
        since.ifPresent(told -> requirePast(time, told));
        if (ref == null || ref.isBlank() || ref.length() > 200) {
            throw new BoundBroken("ref", "must have 1 to 200 characters", ref);
        }
        changes = List.copyOf(changes);
        closes = List.copyOf(closes);
        requireFewMeasures(changes);
        for (Change change : changes) {
            requireDayNear(time, change.anchoredAt());
        }
    }

    /** A plain fact or correction without a stated reason. */
    public static MetricEvent of(String shopId, Instant time, String ref, Contribution difference) {
        return new MetricEvent(shopId, time, ref, Optional.empty(), Optional.empty(), difference.changes(), List.of());
    }

    /** A fact of that instant is taken back: scores whose day was settled before it never counted it. */
    public static MetricEvent corrected(
            String shopId, Instant time, String ref, String reason, Instant since, Contribution difference) {
        return new MetricEvent(
                shopId, time, ref, Optional.of(reason), Optional.of(since), difference.changes(), List.of());
    }

    /**
     * As many events as a difference of any size needs; none for none. None of them is earlier than a day that it counts for,
     * because a correction may move a fact that came later.
     *
     * @param at when the change happened
     */
    public static List<MetricEvent> all(
            String shopId, Instant at, String ref, Optional<String> reason, Contribution difference) {
        return difference.parts(MOST_MEASURES).stream()
                .map(part -> new MetricEvent(shopId, latest(at, part), ref, reason, Optional.empty(), part, List.of()))
                .toList();
    }

    private static Instant latest(Instant at, List<Change> changes) {
        return Stream.concat(Stream.of(at), changes.stream().map(Change::anchoredAt))
                .max(Instant::compareTo)
                .orElse(at);
    }

    /** @throws BoundBroken when the text cannot be a shop's id: 1 to 64 of letters, digits and {@code . _ ~ -} */
    public static String requireShopId(String shopId) {
        if (shopId == null || !isShopId(shopId)) {
            throw new BoundBroken("shopId", "must match " + SHOP_ID, shopId);
        }
        return shopId;
    }

    /** As {@link #SHOP_ID} has it, at a tenth of its cost: it is asked of each event. */
    private static boolean isShopId(String text) {
        boolean holds = !text.isEmpty() && text.length() <= 64 && isLetterOrDigit(text.charAt(0));
        for (int at = 1; holds && at < text.length(); at++) {
            char one = text.charAt(at);
            holds = isLetterOrDigit(one) || one == '.' || one == '_' || one == '~' || one == '-';
        }
        return holds;
    }

    private static boolean isLetterOrDigit(char one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
    }

    private static void requireFewMeasures(List<Change> changes) {
        int amounts =
                changes.stream().mapToInt(change -> change.measures().size()).sum();
        if (amounts > MOST_MEASURES) {
            throw new BoundBroken("changes", "must hold at most " + MOST_MEASURES + " measures", amounts);
        }
    }

    private static void requirePast(Instant time, Instant since) {
        if (since.isAfter(time) || since.isBefore(time.minus(OLDEST_DAY))) {
            throw new BoundBroken("since", "must lie within 1100 days before " + time, since);
        }
    }

    private static void requireDayNear(Instant time, Instant anchoredAt) {
        if (anchoredAt.isBefore(time.minus(OLDEST_DAY)) || anchoredAt.isAfter(time.plus(NEWEST_DAY))) {
            throw new BoundBroken(
                    "changes.anchoredAt", "must lie within 1100 days before and 1 day after " + time, anchoredAt);
        }
    }
}
