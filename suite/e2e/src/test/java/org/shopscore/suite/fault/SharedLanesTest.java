package org.shopscore.suite.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.Service;
import org.shopscore.suite.ServiceProcess;
import org.shopscore.suite.fact.Wire;

/** Two aggregators share the lanes: each answers for every shop from its memory, and when one of them dies the other does. */
class SharedLanesTest {

    private static final int FACTS_PER_SECOND = 150;
    private static final int SHOPS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void eitherAnswersForEveryShopFromMemoryAndAlikeAndTheOneThatIsLeftForAll() throws Exception {
        ServiceProcess first = RunningSuite.suite().service(Service.AGGREGATOR);
        ServiceProcess second = RunningSuite.suite().replica(Service.AGGREGATOR);
        long seed = ThreadLocalRandom.current().nextLong();
        var stories = new RandomStories("shared-" + Long.toString(System.currentTimeMillis(), 36), SHOPS, seed);
        System.out.printf("Lanes are shared: seed %d%n", seed);
        try (var traffic = Traffic.of(RunningSuite.wire(), stories, FACTS_PER_SECOND)) {
            assertThat(Await.within(PATIENCE, () -> owns(first) > 0 && owns(second) > 0))
                    .isTrue();
            assertThat(Await.within(PATIENCE, () -> traffic.ledger().acknowledged() > 10 * FACTS_PER_SECOND))
                    .isTrue();
            List<String> shops = traffic.shops();
            assertThat(Await.within(
                            PATIENCE,
                            () -> elsewhere(first, shops).isEmpty()
                                    && elsewhere(second, shops).isEmpty()))
                    .as(() -> "while facts come; not in memory of the first %s, of the second %s"
                            .formatted(elsewhere(first, shops), elsewhere(second, shops)))
                    .isTrue();

            second.process().kill();
            long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            int asked = 0;
            while (System.nanoTime() < until) {
                assertThat(reply(first, shops.get(asked++ % SHOPS)).status()).isEqualTo(200);
            }
            second.process().start();
            assertThat(Await.within(PATIENCE, () -> owns(second) > 0)).isTrue();
            traffic.end();

            assertThat(new Books(RunningSuite.wire()).differences(traffic.ledger(), shops))
                    .isEmpty();
            assertThat(Await.within(PATIENCE, () -> shops.stream().allMatch(shop -> isAlike(first, second, shop))))
                    .isTrue();
            System.out.printf("%d lookups while a process was gone, none failed%n", asked);
        } finally {
            second.process().stop();
        }
    }

    private static int owns(ServiceProcess aggregator) {
        return get(aggregator.endpoint().management(), "/ops/ingest")
                .json()
                .path("partitions")
                .size();
    }

    private static boolean isInMemory(ServiceProcess aggregator, String shop) {
        return reply(aggregator, shop).json().at("/freshness/source").asText().equals("memory");
    }

    /** What is answered from anywhere else. */
    private static List<String> elsewhere(ServiceProcess aggregator, List<String> shops) {
        return shops.stream()
                .filter(shop -> !isInMemory(aggregator, shop))
                .map(shop -> "%s of partition %d: %s"
                        .formatted(shop, Lane.of(shop), reply(aggregator, shop).body()))
                .toList();
    }

    private static boolean isAlike(ServiceProcess first, ServiceProcess second, String shop) {
        return isInMemory(first, shop)
                && isInMemory(second, shop)
                && withoutFreshness(first, shop).equals(withoutFreshness(second, shop));
    }

    private static JsonNode withoutFreshness(ServiceProcess aggregator, String shop) {
        return reply(aggregator, shop).json().<ObjectNode>deepCopy().without("freshness");
    }

    private static Wire.Reply reply(ServiceProcess aggregator, String shop) {
        return get(aggregator.endpoint().http(), "/v1/shops/" + shop + "/score?form=compact");
    }

    private static Wire.Reply get(URI base, String path) {
        try {
            return RunningSuite.wire().get(base, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
