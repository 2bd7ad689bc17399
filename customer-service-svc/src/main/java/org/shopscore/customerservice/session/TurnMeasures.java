package org.shopscore.customerservice.session;

import static org.shopscore.metric.Measures.CHAT_REPLY_SECONDS;
import static org.shopscore.metric.Measures.CHAT_TURNS;
import static org.shopscore.metric.Measures.CHAT_TURNS_WITHIN_3MIN;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shopscore.customerservice.session.Turn.Answered;
import org.shopscore.customerservice.session.Turn.Open;
import org.shopscore.customerservice.session.Turn.TimedOut;
import org.shopscore.metric.Change;
import org.shopscore.metric.Contribution;

/** What a session adds to its shop's measures: its closed turns, each on the day it started. */
final class TurnMeasures {

    private static final Duration PROMPT = Duration.ofMinutes(3);

    static Contribution of(Session session) {
        return session.inChatHours() ? of(Turns.of(session)) : Contribution.none();
    }

    private static Contribution of(List<Turn> turns) {
        return Contribution.of(turns.stream().flatMap(TurnMeasures::change).toList());
    }

    private static Stream<Change> change(Turn turn) {
        return switch (turn) {
            case Answered answered -> Stream.of(new Change(turn.startedAt(), amounts(answered.waited())));
            case TimedOut _ -> Stream.of(new Change(turn.startedAt(), amounts(Turn.LONGEST_WAIT)));
            case Open _ -> Stream.empty();
        };
    }

    private static SortedMap<String, Long> amounts(Duration waited) {
        var amounts = new TreeMap<String, Long>();
        amounts.put(CHAT_TURNS, 1L);
        if (waited.compareTo(PROMPT) <= 0) {
            amounts.put(CHAT_TURNS_WITHIN_3MIN, 1L);
        }
        if (waited.toSeconds() > 0) {
            amounts.put(CHAT_REPLY_SECONDS, waited.toSeconds());
        }
        return amounts;
    }

    private TurnMeasures() {}
}
