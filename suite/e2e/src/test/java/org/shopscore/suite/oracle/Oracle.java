package org.shopscore.suite.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every shop's measures must be, recomputed from acknowledged commands by the words of measures.md alone: nothing of the product
 * is used here, so that a fault of the product cannot hide in both.
 *
 * <p>Asia/Shanghai has been at +08:00 without daylight saving since 1991.
 */
public final class Oracle {

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private final Map<String, OrderAccount> orders = new TreeMap<>();
    private final Map<String, ChatAccount> chats = new TreeMap<>();

    public OrderAccount order(String shop, String order) {
        return orders.computeIfAbsent(shop + "/" + order, _ -> new OrderAccount(shop));
    }

    public ChatAccount chat(String shop, String session) {
        return chats.computeIfAbsent(shop + "/" + session, _ -> new ChatAccount(shop));
    }

    /** Shop, then day, then measure; what sums to zero is left out. */
    public Map<String, Map<LocalDate, Map<String, Long>>> measures(Instant now) {
        var sums = new Sums();
        orders.values().forEach(order -> order.count(now, sums));
        chats.values().forEach(chat -> chat.count(now, sums));
        return sums.byShop;
    }

    static LocalDate day(Instant instant) {
        return instant.atOffset(SHANGHAI).toLocalDate();
    }

    /** Paid 18:00:00 to 05:59:59 starts at the next 06:00. */
    static long pickupSeconds(Instant paid, Instant pickedUp) {
        var at = paid.atOffset(SHANGHAI);
        var start = at;
        if (at.getHour() >= 18) {
            start = at.toLocalDate().plusDays(1).atTime(6, 0).atOffset(SHANGHAI);
        } else if (at.getHour() < 6) {
            start = at.toLocalDate().atTime(6, 0).atOffset(SHANGHAI);
        }
        return Math.max(0, Duration.between(start.toInstant(), pickedUp).toSeconds());
    }

    static boolean inChatHours(Instant started) {
        int hour = started.atOffset(SHANGHAI).getHour();
        return hour >= 8 && hour <= 22;
    }

    /** Amounts by shop, day and measure. */
    static final class Sums {
        private final Map<String, Map<LocalDate, Map<String, Long>>> byShop = new TreeMap<>();

        void add(String shop, Instant anchor, String measure, long amount) {
            if (amount == 0) {
                return;
            }
            var days = byShop.computeIfAbsent(shop, _ -> new TreeMap<>());
            days.computeIfAbsent(day(anchor), _ -> new TreeMap<>()).merge(measure, amount, Long::sum);
        }
    }
}
