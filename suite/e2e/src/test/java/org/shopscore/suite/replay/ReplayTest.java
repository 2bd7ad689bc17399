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
import org.junit.jupiter.api.io.TempDir;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.fact.Story;
import org.shopscore.suite.fact.Tally;

/** Real orders through the packaged services, against counts that somebody else computed from the tables. */
class ReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path data;

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
    void eachReplyOfTheChatsThatComeWithTheSuiteIsATurnOfItsDay() throws Exception {
        try (var sample = Sample.chat()) {
            var stories = ChatStories.stories(ChatStories.read(sample.path()));
            var outcome = replay("chat", stories);
            assertThat(outcome.tally().byReason()).isEmpty();
            var days = Days.of(stories, outcome.shift());
            var turns = new ReferenceCheck(RunningSuite.wire(), days.first(), days.last());
            long sessions = stories.stream()
                    .filter(story -> story.shopId().equals("yiwu-lamps"))
                    .count();
            assertThat(turns.sums("yiwu-lamps").get("chat.turns")).isGreaterThanOrEqualTo(sessions / 2);
        }
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
        return new Replay(RunningSuite.wire(), data, Clock.systemUTC(), quiet).run(set, Map.of(), stories);
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
