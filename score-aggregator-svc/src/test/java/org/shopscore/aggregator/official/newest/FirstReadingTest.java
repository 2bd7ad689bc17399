package org.shopscore.aggregator.official.newest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** Nobody is sent to a process before it has read what scores are made of. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class FirstReadingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    UnreadScores unread;

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void theNewestDayCountsAsReadOnceItWas() {
        var scores = unread.begun();
        assertThat(scores.isRead()).isFalse();
        unread.read(scores);
        assertThat(scores.isRead()).isTrue();
    }

    @Test
    void readinessSaysWhatHasBeenRead() {
        URI ready = management.resolve("/q/health/ready");
        assertThat(Await.within(PATIENCE, () -> given().get(ready).statusCode() == 200))
                .isTrue();
        String check = "checks.find { it.name.startsWith('official scores') }.data.";
        given().get(ready)
                .then()
                .body("status", equalTo("UP"))
                .body(check + "'official-scores'", equalTo(true))
                .body(check + "averages", equalTo(true))
                .body(check + "profiles", equalTo(true));
    }
}
