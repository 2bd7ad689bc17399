package org.shopscore.suite.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.shopscore.suite.fact.Answer;
import org.shopscore.suite.fact.ChatFact;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;

/** What was sent and what came of it: acknowledged counts once, refused not at all, unknown is looked up where it would stand. */
public final class Ledger {

    private final Queue<Fact> taken = new ConcurrentLinkedQueue<>();
    private final Queue<Fact> unknown = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    public void note(Fact fact, Answer answer) {
        switch (answer) {
            case Answer.Taken _ -> taken.add(fact);
            case Answer.Unknown _ -> unknown.add(fact);
            case Answer.Refused why -> refused.add(fact + " " + why);
            case Answer.NotSent() -> {}
        }
    }

    public int acknowledged() {
        return taken.size();
    }

    public int unknown() {
        return unknown.size();
    }

    /** What no service should have refused. */
    public Queue<String> refused() {
        return refused;
    }

    /** Asks for each unknown outcome whether the fact stands. */
    public void settle(Standing standing) {
        for (Fact fact = unknown.poll(); fact != null; fact = unknown.poll()) {
            if (standing.stands(fact)) {
                taken.add(fact);
            }
        }
    }

    /** An account of all that counts. */
    public Oracle oracle() {
        var oracle = new Oracle();
        taken.forEach(fact -> enter(fact, oracle));
        return oracle;
    }

    private static void enter(Fact fact, Oracle oracle) {
        switch (fact) {
            case OrderFact order -> enter(order, oracle.order(order.shopId(), order.orderId()));
            case ChatFact chat -> enter(chat, oracle.chat(chat.shopId(), chat.sessionId()));
        }
    }

    private static void enter(OrderFact fact, OrderAccount account) {
        switch (fact) {
            case OrderFact.Paid paid -> account.paid(paid.at(), paid.pickupDueAt(), until(paid.delivery()));
            case OrderFact.PickedUp pickup -> account.pickedUp(pickup.at());
            case OrderFact.Signed signature -> account.signed(signature.at());
            case OrderFact.Cancelled cancellation -> account.cancelled(cancellation.at());
            case OrderFact.Reviewed review -> account.reviewed(review.reviewId(), review.stars(), review.at());
        }
    }

    /** A promised day is kept until its last instant, in microseconds. */
    private static Instant until(Promise promise) {
        return switch (promise) {
            case Promise.At(Instant instant) -> instant;
            case Promise.Day(LocalDate day) ->
                day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(8)).toInstant().minusNanos(1_000);
        };
    }

    private static void enter(ChatFact fact, ChatAccount account) {
        switch (fact) {
            case ChatFact.ChatStarted start -> account.started(start.at());
            case ChatFact.Said said -> account.said(said.author() == ChatFact.Author.BUYER, said.at());
            case ChatFact.HandedOver _ -> throw new IllegalArgumentException("the oracle knows no bot: " + fact);
        }
    }

    /** Whether a fact stands in the service that would hold it. */
    public interface Standing {
        boolean stands(Fact fact);
    }
}
