package org.shopscore.suite.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.Service;
import org.shopscore.suite.fact.Answer;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Promise;
import org.shopscore.suite.fact.Wire.Reply;
import org.shopscore.suite.oracle.Ledger;

/** A file whose import dies in the middle is sent again as it is. */
class ImportKilledTest {

    private static final String HEADER =
            "shopId,orderId,paidAt,pickupDueAt,deliveryPromisedAt,pickedUpAt,signedAt,cancelledAt\n";
    private static final int LINES = 9_000;
    private static final int SHOPS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Passed limits are steps as well, which a sweep finds while the file comes in. */
    private static final String EACH_ONCE = "select count(distinct order_key) || ' orders, ' || count(*) || ' steps'"
            + " from order_history where order_key like ? || '%' and what <> 'DUE_PASSED'";

    private final String run = "killed-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final URI logistics = RunningSuite.wire().suite().logistics().http();

    @Test
    void anImportKilledInTheMiddleAndSentAgainCountsEachLineExactlyOnce() throws Exception {
        var lines = IntStream.range(0, LINES).mapToObj(this::line).toList();
        var file = HEADER + String.join("\n", lines) + "\n";
        var first = CompletableFuture.runAsync(() -> send(file));
        assertThat(Await.within(PATIENCE, () -> count("lines") > LINES / 4)).isTrue();
        RunningSuite.suite().service(Service.LOGISTICS).process().kill();
        assertThat(first).failsWithin(PATIENCE);
        RunningSuite.suite().service(Service.LOGISTICS).process().start();

        assertThat(report().json().path("state").asText()).isEqualTo("INTERRUPTED");
        long before = count("created");
        assertThat(before).isBetween((long) LINES / 4, LINES - 1L);
        var again = send(file);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(count("runs")).isEqualTo(2);
        assertThat(count("created") + count("same")).isEqualTo(LINES);
        assertThat(count("same")).isBetween(before, LINES - 1L);
        System.out.printf("Killed after %d of %d lines were counted; %d were in.%n", before, LINES, count("same"));

        var ledger = new Ledger();
        lines.forEach(line -> enter(line.split(",", -1), ledger));
        int steps = ledger.acknowledged();
        assertThat(eachOnce()).isEqualTo("%d orders, %d steps".formatted(LINES, steps));
        assertThat(new Books(RunningSuite.wire()).differences(ledger, shops())).isEmpty();
    }

    /** Of eight orders some are late, some under way, and one is cancelled in time. */
    private String line(int n) {
        int kind = n % 8;
        var paidAt = now.minus(20, ChronoUnit.DAYS).plusSeconds(n);
        return String.join(
                ",",
                shops().get(n % SHOPS),
                "o-" + n,
                paidAt.toString(),
                days(paidAt, 2),
                days(paidAt, 5),
                kind == 0 || kind == 1 ? "" : days(paidAt, kind == 2 ? 3 : 1),
                kind < 4 ? "" : days(paidAt, kind == 4 ? 6 : 4),
                kind == 1 ? days(paidAt, 1) : "");
    }

    private static String days(Instant paidAt, long after) {
        return paidAt.plus(after, ChronoUnit.DAYS).toString();
    }

    private List<String> shops() {
        return IntStream.range(0, SHOPS).mapToObj(n -> run + n).toList();
    }

    /** What the line says, read from its text. */
    private static void enter(String[] cells, Ledger ledger) {
        var taken = new Answer.Taken(true);
        var shop = cells[0];
        var order = cells[1];
        ledger.note(
                new OrderFact.Paid(
                        shop,
                        order,
                        Instant.parse(cells[2]),
                        Instant.parse(cells[3]),
                        new Promise.At(Instant.parse(cells[4]))),
                taken);
        if (!cells[5].isEmpty()) {
            ledger.note(new OrderFact.PickedUp(shop, order, Instant.parse(cells[5])), taken);
        }
        if (!cells[6].isEmpty()) {
            ledger.note(new OrderFact.Signed(shop, order, Instant.parse(cells[6])), taken);
        }
        if (!cells[7].isEmpty()) {
            ledger.note(new OrderFact.Cancelled(shop, order, Instant.parse(cells[7])), taken);
        }
    }

    private Reply send(String file) {
        try {
            return RunningSuite.wire()
                    .put(
                            logistics,
                            "/v1/imports/" + run + "1?kind=orders",
                            "text/csv; charset=utf-8",
                            BodyPublishers.ofString(file),
                            PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply report() {
        try {
            return RunningSuite.wire().get(logistics, "/v1/imports/" + run + "1");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String of) {
        return report().json().path(of).asLong();
    }

    private String eachOnce() throws SQLException {
        var url = RunningSuite.suite().platform().jdbcUrl(Service.LOGISTICS.database());
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.prepareStatement(EACH_ONCE)) {
            statement.setString(1, run);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
