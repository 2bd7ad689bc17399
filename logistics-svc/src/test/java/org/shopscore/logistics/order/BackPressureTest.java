package org.shopscore.logistics.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@TestProfile(BackPressureTest.SmallBacklog.class)
class BackPressureTest {

    /** More than the heartbeats of a minute, which wait in the same outbox. */
    private static final int MAX_BACKLOG = 150;

    /** Below the ten seconds for which a broker that hangs keeps the relay waiting. */
    private static final Duration SOON = Duration.ofSeconds(9);

    private final Feed feed = Feed.anew();

    public static class SmallBacklog implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("outbox.max-backlog", String.valueOf(MAX_BACKLOG));
        }
    }

    @AfterEach
    void letTheBrokerGoOn() {
        PlatformResource.platform().kafka().resume();
    }

    @Test
    void pastTheBacklogCommandsAreRefusedUntilTheBrokerTakesRecordsAgain() throws Exception {
        feed.paid().statusCode(201);
        awaitEmptyOutbox();
        PlatformResource.platform().kafka().pause();
        fillTheOutbox();
        assertThat(Await.within(SOON, () -> statusOfOrder1ToldAgain() == 503))
                .as("refused within %s of the limit", SOON)
                .isTrue();
        var before = Stored.rows(feed.shopId());

        feed.other("order-new")
                .paid()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("outbox-full"));
        feed.pickedUp(feed.paidAt()).statusCode(503);
        given().post("/webhooks/nobody/none").then().statusCode(404).body("code", equalTo("unknown-endpoint"));
        assertThat(Stored.rows(feed.shopId())).isEqualTo(before);
        given().get(feed.address()).then().statusCode(200).body("state", equalTo("PAID"));
        given().get(feed.other("order-new").address()).then().statusCode(404);

        PlatformResource.platform().kafka().resume();
        assertThat(Await.within(Duration.ofSeconds(30), () -> statusOfOrder1ToldAgain() == 200))
                .as("taken again")
                .isTrue();
        feed.other("order-new").paid().statusCode(201);
    }

    /** An order waits as two records, its event and its facts. */
    private void fillTheOutbox() {
        IntStream.range(0, MAX_BACKLOG / 2 + 1)
                .forEach(n -> feed.other("order-full-" + n).paid());
        assertThat(waiting()).isGreaterThan(MAX_BACKLOG);
    }

    /** Changes nothing where it is taken. */
    private int statusOfOrder1ToldAgain() {
        return feed.paid().extract().statusCode();
    }

    private void awaitEmptyOutbox() {
        assertThat(Await.within(Duration.ofSeconds(30), () -> waiting() == 0)).isTrue();
    }

    private static long waiting() {
        try {
            return Stored.count("select count(*) from outbox where topic <> ?", "");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
