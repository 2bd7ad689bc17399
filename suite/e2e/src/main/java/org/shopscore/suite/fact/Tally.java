package org.shopscore.suite.fact;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts answers by kind of fact, and refusals by their reason. */
public final class Tally {

    /** What came of the facts of one kind. */
    public record Counts(long fresh, long repeated, long refused, long unanswered, long notSent) {

        public long all() {
            return fresh + repeated + refused + unanswered + notSent;
        }
    }

    private static final class Adders {
        private final LongAdder fresh = new LongAdder();
        private final LongAdder repeated = new LongAdder();
        private final LongAdder refused = new LongAdder();
        private final LongAdder unanswered = new LongAdder();
        private final LongAdder notSent = new LongAdder();

        private Counts counts() {
            return new Counts(fresh.sum(), repeated.sum(), refused.sum(), unanswered.sum(), notSent.sum());
        }
    }

    private final Map<String, Adders> byKind = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> byReason = new ConcurrentSkipListMap<>();

    public void count(Fact fact, Answer answer) {
        var adders = byKind.computeIfAbsent(kind(fact), _ -> new Adders());
        switch (answer) {
            case Answer.Taken(boolean fresh) -> (fresh ? adders.fresh : adders.repeated).increment();
            case Answer.Refused refused -> {
                adders.refused.increment();
                count(refused.status() + " " + refused.code() + ": " + refused.detail());
            }
            case Answer.Unknown(String why) -> {
                adders.unanswered.increment();
                count("no answer: " + why);
            }
            case Answer.NotSent() -> adders.notSent.increment();
        }
    }

    public Map<String, Counts> byKind() {
        var counts = new java.util.TreeMap<String, Counts>();
        byKind.forEach((kind, adders) -> counts.put(kind, adders.counts()));
        return counts;
    }

    /** Reason to count, as the services gave them. */
    public Map<String, Long> byReason() {
        var counts = new java.util.TreeMap<String, Long>();
        byReason.forEach((reason, adder) -> counts.put(reason, adder.sum()));
        return counts;
    }

    private void count(String reason) {
        byReason.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }

    private static String kind(Fact fact) {
        return switch (fact) {
            case OrderFact.Paid _ -> "orders paid";
            case OrderFact.PickedUp _ -> "orders picked up";
            case OrderFact.Signed _ -> "orders signed";
            case OrderFact.Cancelled _ -> "orders cancelled";
            case OrderFact.Reviewed _ -> "reviews";
            case ChatFact.ChatStarted _ -> "chats started";
            case ChatFact.HandedOver _ -> "chats handed over";
            case ChatFact.Said _ -> "chat messages";
        };
    }
}
