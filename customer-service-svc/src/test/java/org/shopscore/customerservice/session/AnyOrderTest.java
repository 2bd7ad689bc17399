package org.shopscore.customerservice.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.shopscore.customerservice.session.Message.Author;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.metric.Contribution;

/** Whatever way a session's facts arrive, they end in the same contribution. */
class AnyOrderTest {

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant END = START.plusSeconds(100_000);

    private static final List<Author> AUTHORS = List.of(Author.values());

    private final Random random = new Random(20_260_301);

    @Test
    void lateRepeatedAndShuffledFactsWithSweepsBetweenEndAsThoseInOrder() {
        int counted = 0;
        for (int run = 0; run < 5_000; run++) {
            var startsWith = random.nextInt(3) == 0 ? StartsWith.BOT : StartsWith.HUMAN;
            var facts = facts(startsWith);
            var inOrder = contributionAfter(startsWith, facts);

            assertThat(contributionAfter(startsWith, disturbed(facts)))
                    .as("run %d: %s", run, facts.size())
                    .isEqualTo(inOrder);
            counted += inOrder.isEmpty() ? 0 : 1;
        }
        assertThat(counted).isGreaterThan(3_000);
    }

    @Test
    void whatWasSentStepByStepAddsUpToTheContribution() {
        for (int run = 0; run < 1_000; run++) {
            var session = Session.started(START, StartsWith.BOT);
            var sent = Contribution.none();
            for (var fact : disturbed(facts(StartsWith.BOT))) {
                var before = TurnMeasures.of(session);
                session = fact.apply(session);
                for (var event : TurnEvents.of(
                        new SessionKey("s", "c"), END, TurnMeasures.of(session).minus(before))) {
                    sent = sent.plus(Contribution.of(event.changes()));
                }
            }
            assertThat(sent).isEqualTo(TurnMeasures.of(session));
        }
    }

    private static Contribution contributionAfter(StartsWith startsWith, List<UnaryOperator<Session>> facts) {
        var session = Session.started(START, startsWith);
        for (var fact : facts) {
            session = fact.apply(session);
        }
        return TurnMeasures.of(session.overdue(END));
    }

    /** Instants close together, so that ties, waits of exactly 180 s and 600 s, and time-outs are common. */
    private List<UnaryOperator<Session>> facts(StartsWith startsWith) {
        var facts = new ArrayList<UnaryOperator<Session>>();
        int messages = 1 + random.nextInt(12);
        for (int i = 0; i < messages; i++) {
            var author = AUTHORS.get(random.nextInt(AUTHORS.size()));
            var message = new Message("m" + i, author, moment());
            facts.add(session -> session.with(message));
        }
        if (startsWith == StartsWith.BOT) {
            for (int i = random.nextInt(3); i > 0; i--) {
                var at = moment();
                facts.add(session -> session.handedOver(at));
            }
        }
        return facts;
    }

    private Instant moment() {
        return START.plusSeconds(60L * random.nextInt(40));
    }

    private List<UnaryOperator<Session>> disturbed(List<UnaryOperator<Session>> facts) {
        var all = new ArrayList<>(facts);
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(facts.get(random.nextInt(facts.size())));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            var swept = moment();
            all.add(session -> session.overdue(swept));
        }
        Collections.shuffle(all, random);
        return all;
    }
}
