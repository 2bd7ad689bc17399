package org.shopscore.suite.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.Durability;
import org.shopscore.platform.Leftovers;
import org.shopscore.platform.Ports;
import org.shopscore.platform.PostgresServer;
import org.shopscore.suite.Launched;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.Service;
import org.shopscore.suite.Suite;
import org.shopscore.suite.SuitePlan;
import org.shopscore.suite.fact.Answer;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;
import org.shopscore.suite.fact.Sender;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.oracle.Ledger;

/** A standby that lacks the last commits takes an emitter's database over, and the emitter gives their numbers again. */
class PromotionTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern DIFFERENCES = Pattern.compile("outbox_reconcile_differences(?:\\{.*})? ([0-9.]+)");
    private static final List<String> SHOPS =
            IntStream.range(0, 12).mapToObj(n -> "promoted-" + n).toList();
    private static final List<String> TOLD_AGAIN = SHOPS.subList(0, 6);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Path folder =
            Path.of("target", "promotion-" + ProcessHandle.current().pid()).toAbsolutePath();
    private final PostgresServer primary =
            PostgresServer.at(folder.resolve("emitter/primary"), Ports.free(1).getFirst(), Durability.DURABLE);
    private Suite suite;
    private Wire wire;

    @BeforeEach
    void startAnEmitterOnADatabaseOfItsOwn() {
        primary.process().start();
        primary.createDatabase("logistics");
        suite = Suite.start(SuitePlan.free(folder.resolve("suite"))
                .with(
                        Service.LOGISTICS,
                        "-Dquarkus.datasource.jdbc.url=" + primary.jdbcUrl("logistics"),
                        "-Dquarkus.datasource.reactive.url=" + primary.reactiveUrl("logistics")));
        wire = new Wire(suite.endpoints());
    }

    /** Also where the suite did not come up: the primary must not stay. */
    @AfterEach
    void end() {
        Optional.ofNullable(wire).ifPresent(Wire::close);
        Optional.ofNullable(suite).ifPresent(Suite::close);
        Leftovers.end(folder);
        RunningSuite.keepLogs(folder);
    }

    @Test
    void whatThePromotedStandbyLacksIsFoundAndTakenBackAndNumbersGivenAgainPassForNoOthers() throws Exception {
        var kept = tell(SHOPS, shop -> List.of(paid(shop, "a"), pickedUp(shop, "a")));
        var standby = primary.copyTo(folder.resolve("emitter/standby"));
        var lost = tell(SHOPS, shop -> List.of(signed(shop, "a"), paid(shop, "b"), signed(shop, "b")));
        assertThat(differences(SHOPS, List.of(kept, lost))).isEmpty();

        primary.process().kill();
        standby.process().start();
        assertThat(new Sender(wire, Duration.ZERO).send(paid(SHOPS.getFirst(), "c")))
                .isEqualTo(new Answer.Unknown("HTTP 503"));
        standby.promote();

        var after = tell(SHOPS, shop -> List.of(paid(shop, "c")));
        assertNumbersGivenAgain();
        assertThat(differences(SHOPS, List.of(kept, lost, after))).isEmpty();
        var again = tell(TOLD_AGAIN, shop -> List.of(paid(shop, "b")));
        assertThat(Await.within(PATIENCE, () -> differencesFoundByItself() > 0)).isTrue();
        var emitter = suite.service(Service.LOGISTICS).process();
        assertThat(Await.within(PATIENCE, emitter::ready)).isTrue();

        var compared = Launched.run(suite.endpoints(), "reconcile");
        assertThat(compared.exitCode()).isEqualTo(1);
        assertThat(compared.output()).contains(SHOPS);
        assertThat(Launched.run(suite.endpoints(), "reconcile", "--repair").exitCode())
                .isZero();
        assertThat(differences(SHOPS, List.of(kept, after, again))).isEmpty();
        var later = tell(SHOPS, shop -> List.of(signed(shop, "a")));
        assertThat(differences(SHOPS, List.of(kept, after, again, later))).isEmpty();
    }

    /** In the lane of each shop the new life begins with a number that the old one had passed. */
    private void assertNumbersGivenAgain() throws Exception {
        for (String shop : SHOPS) {
            var lane = wire.get(
                            suite.endpoints().aggregator().management(),
                            "/ops/lanes/" + Lane.of(shop) + "/tiles?source=/logistics-svc")
                    .json();
            var before = of(lane.path("positions"), "00000001");
            var beginning = of(lane.path("holes"), "00000002");
            assertThat(before.path("incarnation").asText().substring(0, 36))
                    .isEqualTo(beginning.path("incarnation").asText().substring(0, 36));
            assertThat(beginning.path("reason").asText()).isEqualTo("before-start");
            assertThat(beginning.path("to").asLong())
                    .isPositive()
                    .isLessThan(before.path("last").asLong());
        }
    }

    private static JsonNode of(JsonNode entries, String timeline) {
        for (JsonNode entry : entries) {
            if (entry.path("incarnation").asText().endsWith("-" + timeline)) {
                return entry;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    /** How much the emitter's own comparison in its new life has found. */
    private double differencesFoundByItself() {
        try {
            var metrics = wire.get(suite.endpoints().logistics().management(), "/q/metrics")
                    .body();
            var value = DIFFERENCES.matcher(metrics);
            return value.find() ? Double.parseDouble(value.group(1)) : 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells the facts of each shop one after the other; each is new to the service. */
    private List<Fact> tell(List<String> shops, Function<String, List<Fact>> facts) throws InterruptedException {
        var told = new ArrayList<Fact>();
        var sender = new Sender(wire, PATIENCE);
        for (String shop : shops) {
            for (Fact fact : facts.apply(shop)) {
                assertThat(sender.send(fact)).isInstanceOf(Answer.Taken.class);
                told.add(fact);
            }
        }
        return told;
    }

    private List<String> differences(List<String> shops, List<List<Fact>> told) throws InterruptedException {
        var ledger = new Ledger();
        told.forEach(facts -> facts.forEach(fact -> ledger.note(fact, new Answer.Taken(true))));
        return new Books(wire).differences(ledger, shops);
    }

    private OrderFact paid(String shop, String order) {
        var due = now.plus(2, ChronoUnit.DAYS);
        return new OrderFact.Paid(shop, order, now.minus(3, ChronoUnit.DAYS), due, new Promise.At(due));
    }

    private OrderFact pickedUp(String shop, String order) {
        return new OrderFact.PickedUp(shop, order, now.minus(2, ChronoUnit.DAYS));
    }

    private OrderFact signed(String shop, String order) {
        return new OrderFact.Signed(shop, order, now.minus(1, ChronoUnit.DAYS));
    }
}
