package org.shopscore.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.fact.Answer;
import org.shopscore.suite.fact.Story;
import org.shopscore.suite.fact.Tally;
import org.shopscore.suite.fault.Books;
import org.shopscore.suite.oracle.Ledger;

/** Real orders through the packaged services, against counts that somebody else computed from the tables. */
class ReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Path DATA = RunningSuite.data();

    @Test
    void march2018EqualsTheReferenceForEachSellerAndASecondRunChangesNothing() throws Exception {
        assertEqualsReferenceTwice(RealData.folder("olist"), SelectionTest.march());
    }

    @Test
    void theSetThatComesWithTheSuiteEqualsItsReferenceAndASecondRunChangesNothing() throws Exception {
        try (var sample = Sample.olist()) {
            assertEqualsReferenceTwice(sample.path(), Selection.ALL);
        }
    }

    @Test
    void theOrdersAndChatsThatComeWithTheSuiteCountToTheLastUnitAsMeasuresMdSays() throws Exception {
        try (var orders = Sample.olist();
                var chats = Sample.chat()) {
            var ledger = new Ledger();
            tell("olist", new OlistStories(Olist.read(orders.path())).stories(), ledger);
            tell("chat", ChatStories.stories(ChatStories.read(chats.path())), ledger);
            var shops = List.of("yiwu-lamps", "hangzhou-tea", "guangzhou-shoes");
            assertThat(new Books(RunningSuite.wire()).differences(ledger, shops))
                    .isEmpty();
        }
    }

    private void tell(String set, List<Story> stories, Ledger ledger) throws IOException, InterruptedException {
        var outcome = replay(set, stories);
        assertThat(outcome.tally().byReason()).isEmpty();
        stories.stream()
                .flatMap(story -> story.movedBy(outcome.shift().weeks()).facts().stream())
                .forEach(fact -> ledger.note(fact, new Answer.Taken(true)));
    }

    private void assertEqualsReferenceTwice(Path tables, Selection selection) throws IOException, InterruptedException {
        var expected = Reference.read(tables).expected(selection);
        var stories = new OlistStories(Olist.read(tables).only(selection)).stories();

        var first = replay("olist", stories);
        assertThat(first.tally().byReason()).isEmpty();
        assertThat(differences(stories, first.shift(), expected)).isEmpty();

        var again = replay("olist", stories);
        assertThat(again.shift()).isEqualTo(first.shift());
        assertThat(again.tally().byReason()).isEmpty();
        assertThat(newOrders(again.tally())).isZero();
        assertThat(differences(stories, first.shift(), expected)).isEmpty();
        System.out.printf("Replayed twice: %d sellers, %d orders.%n", expected.size(), stories.size());
    }

    private Replay.Outcome replay(String set, List<Story> stories) throws IOException, InterruptedException {
        var quiet = new PrintWriter(Writer.nullWriter());
        return new Replay(RunningSuite.wire(), DATA, Clock.systemUTC(), quiet).run(set, Map.of(), stories);
    }

    /** Of the last look, when they are still there at the end of patience. */
    private static List<String> differences(List<Story> stories, Shift shift, Map<String, Map<String, Long>> expected)
            throws IOException, InterruptedException {
        var days = Days.of(stories, shift);
        var check = new ReferenceCheck(RunningSuite.wire(), days.first(), days.last());
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        var differences = check.compare(expected).differences();
        while (!differences.isEmpty() && System.nanoTime() < giveUpAt) {
            differences = check.compare(expected).differences();
        }
        return differences;
    }

    private static long newOrders(Tally tally) {
        return tally.byKind().get("orders paid").fresh();
    }
}
