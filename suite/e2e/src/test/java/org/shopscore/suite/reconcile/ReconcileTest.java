package org.shopscore.suite.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.suite.Launched;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.Service;
import org.shopscore.suite.StoredTiles;
import org.shopscore.suite.fact.Answer;
import org.shopscore.suite.fact.CatchUp;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;
import org.shopscore.suite.fact.Sender;
import org.shopscore.suite.fault.Books;
import org.shopscore.suite.oracle.Ledger;

/** Damage that is really done to what is stored, found and made good by the command that a person would give. */
class ReconcileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOSE_NO_MORE = "drop trigger lose on outbox; drop function lose()";

    private final String shop = "reconciled-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Ledger ledger = new Ledger();

    @BeforeEach
    void startEqual() throws Exception {
        tell(paid("a"));
        tell(new OrderFact.PickedUp(shop, "a", now.minus(2, ChronoUnit.DAYS)));
        assertThat(new CatchUp(RunningSuite.wire()).within(PATIENCE)).isTrue();
        assertEqualWith();
    }

    @Test
    void tilesThatWereLostOrChangedAreFoundAndMadeGoodAlthoughTheirOwnerRemembersThemWhole() throws Exception {
        loseTiles();

        assertTold("/logistics-svc +NO +5 ", shop + ".* order.paid +1 +0", shop + ".* pickup.done +1 +0");
        assertEqualWith("--repair");
        tell(paid("b"));
        assertCounted();
    }

    @Test
    void anEventThatWasLostBeforeTheBrokerIsFoundAndMadeGoodAndItsNumberClosed() throws Exception {
        change(Service.LOGISTICS, """
                create function lose() returns trigger language plpgsql as $$
                begin
                  delete from outbox where id = new.id;
                  return null;
                end $$;
                create trigger lose after insert on outbox for each row
                  when (new.topic = 'metric-events' and new.subject = '%s') execute function lose()""".formatted(shop));
        try {
            tell(paid("b"));
        } finally {
            change(Service.LOGISTICS, LOSE_NO_MORE);
        }

        assertTold("/logistics-svc +NO +1 +1 ", shop + ".* order.paid +2 +1");
        assertEqualWith("--repair");
        assertCounted();
    }

    @Test
    void aRowThatKeepsAsSentWhatItDoesNotContributeIsFoundBeforeItSendsAWrongDifference() throws Exception {
        change(
                Service.LOGISTICS,
                "update orders set contribution = '{\"changes\":[]}' where shop_id = '%s'".formatted(shop));

        assertTold("/logistics-svc +NO +0 +0 +1 ");
        assertEqualWith("--repair");
        tell(new OrderFact.Signed(shop, "a", now.minus(1, ChronoUnit.DAYS)));
        assertCounted();
    }

    @Test
    void exceptionsOfParcelsThatTheTilesLostAndARowForgotAreFoundAndCountedOnceAgain() throws Exception {
        put(
                "/shipments/parcel-1",
                "{\"carrier\":\"yto\",\"waybill\":\"%s\",\"orderIds\":[\"a\"]}".formatted(UUID.randomUUID()));
        for (String type : List.of("DAMAGED", "LABEL_LOST")) {
            put(
                    "/shipments/parcel-1/exceptions/" + type,
                    "{\"type\":\"%s\",\"openedAt\":\"%s\"}".formatted(type, now.minus(1, ChronoUnit.DAYS)));
        }
        assertThat(new CatchUp(RunningSuite.wire()).within(PATIENCE)).isTrue();
        assertEqualWith();
        assertThat(exceptions()).isEqualTo(2);
        loseTiles();
        change(Service.LOGISTICS, """
                update shipment_exception set contribution = '{"changes":[]}'
                where shop_id = '%s' and exception_id = 'DAMAGED'""".formatted(shop));

        assertTold("/logistics-svc +NO +\\d+ +0 +1 ", shop + ".* shipment.exceptions +2 +0");
        assertEqualWith("--repair");
        assertEqualWith();
        assertThat(exceptions()).isEqualTo(2);
    }

    private void put(String path, String json) throws Exception {
        var suite = RunningSuite.suite().endpoints();
        var answer = RunningSuite.wire()
                .put(
                        suite.logistics().http(),
                        "/v1/shops/" + shop + path,
                        "application/json",
                        BodyPublishers.ofString(json),
                        PATIENCE);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** As the aggregator counts them. */
    private long exceptions() throws Exception {
        long sum = 0;
        for (var day : days()) {
            sum += day.path("measures").path("shipment.exceptions").asLong();
        }
        return sum;
    }

    private JsonNode days() throws Exception {
        var today = LocalDate.now(ZoneOffset.ofHours(8));
        return RunningSuite.wire()
                .get(
                        RunningSuite.suite().endpoints().aggregator().http(),
                        "/v1/shops/%s/measures?from=%s&to=%s".formatted(shop, today.minusDays(5), today))
                .json()
                .path("days");
    }

    /** Everything that was counted for the shop. */
    private void loseTiles() throws Exception {
        try (var connection = database(Service.AGGREGATOR)) {
            var lost = new StoredTiles(connection);
            for (var day : days()) {
                for (var measure : day.path("measures").properties()) {
                    lost.add(
                            shop,
                            LocalDate.parse(day.path("day").asText()),
                            measure.getKey(),
                            -measure.getValue().asLong());
                }
            }
            lost.store();
        }
    }

    /** @param lines patterns of what the command prints */
    private static void assertTold(String... lines) throws Exception {
        var compared = Launched.run(RunningSuite.suite().endpoints(), "reconcile");
        assertThat(compared.exitCode()).as(compared.output()).isEqualTo(1);
        for (String line : lines) {
            assertThat(compared.output()).containsPattern(line);
        }
    }

    private static void assertEqualWith(String... option) throws Exception {
        var command = Stream.concat(Stream.of("reconcile"), Stream.of(option)).toArray(String[]::new);
        var compared = Launched.run(RunningSuite.suite().endpoints(), command);
        assertThat(compared.exitCode()).as(compared.output()).isZero();
    }

    /** To the last unit, by an account of the acknowledged facts alone; and the next comparison agrees. */
    private void assertCounted() throws Exception {
        assertThat(new Books(RunningSuite.wire()).differences(ledger, List.of(shop)))
                .isEmpty();
        assertEqualWith();
    }

    private OrderFact paid(String order) {
        var due = now.plus(2, ChronoUnit.DAYS);
        return new OrderFact.Paid(shop, order, now.minus(3, ChronoUnit.DAYS), due, new Promise.At(due));
    }

    private void tell(OrderFact fact) throws InterruptedException {
        var answer = new Sender(RunningSuite.wire(), PATIENCE).send(fact);
        assertThat(answer).isInstanceOf(Answer.Taken.class);
        ledger.note(fact, answer);
    }

    private static void change(Service service, String sql) throws SQLException {
        try (var connection = database(service);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection database(Service service) throws SQLException {
        return DriverManager.getConnection(
                RunningSuite.suite().platform().jdbcUrl(service.database()), "postgres", "postgres");
    }
}
