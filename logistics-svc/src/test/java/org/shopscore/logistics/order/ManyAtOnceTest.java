package org.shopscore.logistics.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ManyAtOnceTest {

    private final Feed feed = Feed.anew();

    private static List<Integer> statuses(List<Callable<Integer>> calls) throws Exception {
        try (var callers = Executors.newFixedThreadPool(16)) {
            var statuses = new ArrayList<Integer>();
            for (Future<Integer> call : callers.invokeAll(calls)) {
                statuses.add(call.get());
            }
            return statuses;
        }
    }

    @Test
    void ofManyCallersWhoPlaceTheSameOrderAtOnceExactlyOneCreatesIt() throws Exception {
        Callable<Integer> place = () -> feed.paid().extract().statusCode();
        var statuses = statuses(Collections.nCopies(48, place));
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(Stored.rows(feed.shopId())).containsEntry("orders", 1L).containsEntry("order_history", 1L);
    }

    @Test
    void factsToldAllAtOnceEndAsIfToldOneAfterTheOther() throws Exception {
        feed.paid();
        Instant at = feed.paidAt();
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 15; i++) {
            Instant pickedUpAt = at.plusSeconds(3600 + i);
            Instant signedAt = at.plusSeconds(7200 + i);
            calls.add(() -> feed.pickedUp(pickedUpAt).extract().statusCode());
            calls.add(() -> feed.signed(signedAt).extract().statusCode());
        }
        calls.add(() -> feed.refunded(at.plusSeconds(50)).extract().statusCode());
        Collections.shuffle(calls, new Random(7));
        assertThat(statuses(calls)).containsOnly(200);

        var expected = OrderMeasures.of(Order.paid(Terms.plain(at, feed.ahead(), feed.ahead(), Set.of()))
                .pickedUp(at.plusSeconds(3600))
                .signed(at.plusSeconds(7200))
                .refunded(at.plusSeconds(50)));
        Announced.await(feed.shopId(), expected);
        List<Integer> versions =
                given().get(feed.address() + "/history").then().extract().path("steps.version");
        assertThat(versions)
                .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
    }
}
