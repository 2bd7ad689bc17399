package org.shopscore.aggregator.example;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.PlatformResource;

/** EX-10 (a): one dissatisfied of two, by the policy that pads and by the one that follows it, with the official fixed points. */
@QuarkusTest
@TestProfile(FewRatedSessionsFromEventsTest.Database.class)
class FewRatedSessionsFromEventsTest extends FromEvents {

    /** Of its own: a plan and the official days after it are one history. */
    public static final class Database implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PlatformResource.class, Map.of("database", "fixed_points")));
        }
    }

    @Inject
    Clock clock;

    @Test
    void oneOfTwoIsPaddedWithTheCategoryAverageAndByTheOfficialRuleGetsTheFixedPoints() {
        day = BusinessDay.of(clock.instant()).minusDays(9);
        facts.tell(shop, day, Map.of("chat.sessions-rated", 2L, "chat.sessions-dissatisfied", 1L));
        for (int peer = 0; peer < PEERS; peer++) {
            String id = shop + "-" + peer;
            register(id);
            facts.tell(
                    id, day, Map.of("order.paid", 30L, "chat.sessions-rated", 100L, "chat.sessions-dissatisfied", 8L));
            awaitCounted(id, "order.paid", 30);
            awaitCounted(id, "chat.sessions-rated", 100);
        }
        awaitCounted(shop, "chat.sessions-rated", 2);
        DayRuns.run(day);
        explanation(shop)
                .body("official.policyVersion", equalTo(PolicyDesk.FIRST))
                .body(chat("n"), equalTo(2))
                .body(chat("category.average"), equalTo("8.000000"))
                .body(chat("raw"), equalTo("50.000000"))
                .body(chat("used"), equalTo("10.800000"))
                .body(chat("padding"), equalTo("0.9333"))
                .body(chat("points"), equalTo("4.7929"));

        String fixed = planned(day.plusDays(1));
        DayRuns.run(day.plusDays(1));
        explanation(shop)
                .body("official.policyVersion", equalTo(fixed))
                .body(chat("n"), equalTo(2))
                .body(chat("raw"), equalTo("50.000000"))
                .body(chat("padding"), equalTo("1.0000"))
                .body(chat("points"), equalTo("4.5000"));
    }

    private String planned(LocalDate from) {
        String version = PolicyDesk.freshVersion();
        String policy = "exp-score-5/" + version;
        PolicyDesk.put(version, Shipped.fixedDocument().replace("2026.1.0", version))
                .statusCode(201);
        PolicyDesk.dryRun("t-" + version, policy, day).statusCode(202);
        PolicyDesk.awaitDryRun("t-" + version);
        PolicyDesk.plan("s-" + version, policy, from).statusCode(201);
        return policy;
    }

    private static String chat(String figure) {
        return metric("chatDissatisfactionRate", figure);
    }
}
