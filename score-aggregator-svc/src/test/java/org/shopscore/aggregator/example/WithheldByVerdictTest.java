package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.aggregator.policy.PolicyDatabase;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.score.ReferenceScore;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.metric.BusinessDay;

/** From a verdict in the log to a score that is withheld, and back (rules.md 5.4). The days of one class are one history: it is one test. */
@QuarkusTest
@TestProfile(PolicyDatabase.OfVerdicts.class)
class WithheldByVerdictTest {

    private static final String COMPLAINTS = "complaintOnTimeRate";
    private static final String REASON = "a verdict of manipulation counts in the window";

    /** What the shop has without the verdict, by plain arithmetic. */
    private static final String TOTAL =
            ReferenceScore.total(Shipped.POLICY, Verdicts.few()).toPlainString();

    private static final String PUBLISHED = ReferenceScore.total(Shipped.POLICY, Verdicts.few())
            .setScale(2, RoundingMode.HALF_UP)
            .toPlainString();

    @Inject
    DayRuns runs;

    @Inject
    Clock clock;

    @Test
    void aVerdictWithholdsAScoreAndAnUpheldAppealGivesItBack() {
        try (var lived = new Verdicts(runs, BusinessDay.of(clock.instant()).minusDays(40)).live()) {
            withholds(lived);
            isLeftOutOfWhatOthersAreComparedWith(lived);
            isSaidWhereverTheScoreIs(lived);
            isCountedByDryRuns(lived);
            lived.upholdTheAppeal();
            givesBack(lived);
            lived.decideLate();
            withholdsLate(lived);
        }
    }

    private static void withholds(Verdicts lived) {
        DayAnswers day = lived.answers();
        day.withheld(lived.brushed, 0)
                .body("scores[0].previous.statDate", equalTo(lived.before.toString()))
                .body("scores[0].previous.published", equalTo(PUBLISHED))
                .body("scores[0].previous.reason", equalTo(REASON));
        day.withheld(lived.young, 0).body("scores[0].previous.published", equalTo("4.00"));
        day.withheld(lived.fresh, 0).body("scores[0]", not(hasKey("previous")));
        day.scores(lived.unpunished).body("scores[0].stage", equalTo("FORMAL"));
        day.replays(lived.brushed, 0);
        day.replays(lived.fresh, 0);
    }

    /** With it (21 x 18 + 100) / (21 x 20 + 1000) = 33.661972 % of the complaints were resolved in time, without it 18 of 20. */
    private static void isLeftOutOfWhatOthersAreComparedWith(Verdicts lived) {
        DayAnswers day = lived.answers();
        new DayAnswers(lived.before).compares(lived.category, COMPLAINTS, 22, "33.661972");
        day.compares(lived.category, COMPLAINTS, 21, "90.000000");
        day.explained(lived.quiet).body(FromEvents.metric(COMPLAINTS, "used"), equalTo("90.000000"));
    }

    private static void isSaidWhereverTheScoreIs(Verdicts lived) {
        DayAnswers day = lived.answers();
        day.explained(lived.brushed)
                .body("official.stage", equalTo("WITHHELD"))
                .body("official.noScore", equalTo(DayAnswers.VERDICT))
                .body("official.total", equalTo(null))
                .body("official.sentences.zh[0]", startsWith("近30天内有操纵判定"))
                .body("official.sentences.en[0]", startsWith("A verdict of manipulation counts"));
        day.compact(lived.brushed)
                .body("official.stage", equalTo("WITHHELD"))
                .body("official.previous.published", equalTo(PUBLISHED))
                .body("official.previous.reason", equalTo(REASON));
        given().queryParam("statDate", lived.day.toString())
                .get("/v1/shops/{id}/score", lived.brushed)
                .then()
                .body("provisional.stage", equalTo("WITHHELD"))
                .body("provisional.noScore", equalTo(DayAnswers.VERDICT))
                .body("provisional.published", equalTo(null));
        given().get("/v1/shops/{id}/entitlements", lived.brushed)
                .then()
                .body("stage", equalTo("WITHHELD"))
                .body("entitlements.why.unique()", equalTo(List.of("WITHHELD")));
        day.awaitTold(lived.brushed, "WITHHELD", false);
    }

    /** One that withholds nothing gives all three a score again. */
    private static void isCountedByDryRuns(Verdicts lived) {
        given().get("/v1/policy-dry-runs/try")
                .then()
                .body("result.categories.'" + lived.category + "'.stages", equalTo(Map.of("GROWTH>WITHHELD", 1)));
        PolicyDesk.dryRun("back", PolicyDesk.FIRST, lived.day).statusCode(202);
        PolicyDesk.awaitDryRun("back");
        given().get("/v1/policy-dry-runs/back")
                .then()
                .body(
                        "result.categories.'" + lived.category + "'.stages",
                        equalTo(Map.of("WITHHELD>FORMAL", 2, "WITHHELD>GROWTH", 1)));
    }

    private static void givesBack(Verdicts lived) {
        DayAnswers day = lived.answers();
        day.scores(lived.brushed)
                .body("scores[0].stage", equalTo("WITHHELD"))
                .body("scores[1].stage", equalTo("FORMAL"))
                .body("scores[1].total", equalTo(TOTAL))
                .body("scores[1].published", equalTo(PUBLISHED))
                .body("scores[1].cause.facts[0].reason", equalTo("appeal/1"));
        day.compares(lived.category, COMPLAINTS, 22, "33.661972");
        day.replays(lived.brushed, 0);
        day.replays(lived.brushed, 1);
        day.awaitTold(lived.brushed, "FORMAL", true);
    }

    /** It leaves the benchmarks that it was in: (20 x 18 + 100) / (20 x 20 + 1000). */
    private static void withholdsLate(Verdicts lived) {
        DayAnswers day = lived.answers();
        day.withheld(lived.unpunished, 1).body("scores[1].previous.published", equalTo("4.59"));
        day.compares(lived.category, COMPLAINTS, 21, "32.857143");
        day.replays(lived.unpunished, 0);
        day.replays(lived.unpunished, 1);
    }
}
