package org.shopscore.suite.replay.scms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.replay.RealData;
import org.shopscore.suite.replay.Sample;

/** Real deliveries through the packaged service's bulk import, against a count made from the file alone. */
class ScmsReplayTest {

    private final StringWriter said = new StringWriter();
    private final ScmsReplay replay =
            new ScmsReplay(RunningSuite.wire(), RunningSuite.data(), Clock.systemUTC(), new PrintWriter(said));

    @Test
    void eachVendorsPromisedActualAndLateDeliveriesAreThoseOfTheRealFileAndASecondRunChangesNothing() throws Exception {
        assertAgreesTwice(RealData.folder("scms-delivery").resolve("deliveries.csv.gz"));
    }

    @Test
    void eachVendorsPromisedActualAndLateDeliveriesAreThoseOfTheSampleAndASecondRunChangesNothing() throws Exception {
        try (var sample = Sample.scms()) {
            assertAgreesTwice(sample.path());
        }
    }

    private void assertAgreesTwice(Path table) throws IOException, InterruptedException {
        var first = replay.run(table);
        assertThat(first.complete())
                .as("%s %s", first.report(), first.rejected())
                .isTrue();
        assertThat(first.report().path("created").asInt()).isEqualTo(first.sent());
        assertThat(first.sent()).isBetween(1, first.rows() - 1);
        assertThat(replay.agrees(table, first.shift())).as(said.toString()).isTrue();

        var again = replay.run(table);
        assertThat(again.shift()).isEqualTo(first.shift());
        assertThat(again.report().path("same").asInt()).isEqualTo(first.sent());
        assertThat(replay.agrees(table, first.shift())).as(said.toString()).isTrue();
        System.out.printf("%d of %d rows sent.%n%s", first.sent(), first.rows(), said);
    }
}
