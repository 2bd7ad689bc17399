package org.shopscore.suite.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;

/** One order and its reviews, as far as they are known to have been taken in. */
public final class OrderAccount {

    private record Review(Instant ratedAt, String id, int stars) {}

    private final String shop;
    private final TreeSet<Review> reviews =
            new TreeSet<>(Comparator.comparing(Review::ratedAt).thenComparing(Review::id));
    private Instant paid;
    private Instant pickupDue;
    private Instant promised;
    private Instant pickedUp;
    private Instant signed;
    private Instant cancelled;

    OrderAccount(String shop) {
        this.shop = shop;
    }

    public void paid(Instant at, Instant pickupDueAt, Instant promisedUntil) {
        paid = at;
        pickupDue = pickupDueAt;
        promised = promisedUntil;
    }

    public void pickedUp(Instant at) {
        pickedUp = at;
    }

    public void signed(Instant at) {
        signed = at;
    }

    public void cancelled(Instant at) {
        cancelled = at;
    }

    public void reviewed(String id, int stars, Instant at) {
        reviews.add(new Review(at, id, stars));
    }

    void count(Instant now, Oracle.Sums sums) {
        if (paid == null) {
            return;
        }
        sums.add(shop, paid, "order.paid", 1);
        countWithDue(pickedUp, pickupDue, "pickup", now, sums);
        countWithDue(signed, promised, "delivery", now, sums);
        if (pickedUp != null) {
            sums.add(shop, pickedUp, "pickup.done", 1);
            sums.add(shop, pickedUp, "pickup.seconds", Oracle.pickupSeconds(paid, pickedUp));
        }
        if (signed != null) {
            countSigned(sums);
        }
    }

    private void countSigned(Oracle.Sums sums) {
        sums.add(shop, signed, "order.signed", 1);
        boolean nextDay = !Oracle.day(signed).isAfter(Oracle.day(paid).plusDays(1));
        sums.add(shop, signed, "delivery.next-day", nextDay ? 1 : 0);
        if (!reviews.isEmpty()) {
            int stars = reviews.first().stars();
            sums.add(shop, signed, "review.orders-rated", 1);
            sums.add(shop, signed, "review.stars", stars);
            sums.add(shop, signed, "review.negative", stars <= 2 ? 1 : 0);
        }
    }

    private void countWithDue(Instant done, Instant due, String what, Instant now, Oracle.Sums sums) {
        boolean inTime = done != null && !done.isAfter(due);
        var decided = inTime ? done : due;
        boolean isDecided = done != null || due.isBefore(now);
        boolean cancelledBefore = cancelled != null && cancelled.isBefore(decided);
        if (isDecided && !cancelledBefore) {
            sums.add(shop, decided, what + ".due", 1);
            sums.add(shop, decided, what + ".on-time", inTime ? 1 : 0);
        }
    }
}
