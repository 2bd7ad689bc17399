package org.shopscore.suite.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.Service;

/** What buyers are told by the packaged service, as the log shows it in which the local suite's messages end. */
class BuyersAreToldTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ORDERS = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final String shop = "care-" + UUID.randomUUID();

    @Test
    void eachPaidOrderIsToldThoughTheServiceDiesBetweenItsCommitAndTheBroker() throws Exception {
        var suite = RunningSuite.suite();
        stayAwake();
        suite.platform().kafka().kill();
        for (int n = 0; n < ORDERS; n++) {
            put(
                    "/orders/o-" + n,
                    "{\"paidAt\":\"%s\",\"pickupDueAt\":\"%s\",\"deliveryPromisedAt\":\"%s\"}"
                            .formatted(now, in(1), in(3)));
        }
        suite.service(Service.LOGISTICS).process().kill();
        suite.platform().kafka().start();
        suite.service(Service.LOGISTICS).process().start();

        assertThat(Await.within(PATIENCE, () -> log("state=SENT").split("messageId", -1).length == ORDERS + 1))
                .as("the log of the messages: %s", log(""))
                .isTrue();

        var lines = shown();
        assertThat(orders(lines))
                .isEqualTo(IntStream.range(0, ORDERS)
                        .mapToObj(n -> "o-" + n)
                        .sorted()
                        .toList());
        assertThat(lines).allMatch(line -> line.contains(" stage=PAID ") && line.contains("已付款"));
        System.out.printf("%d orders told in %d lines%n", ORDERS, lines.size());
    }

    /** Quiet hours that do not begin before this test is over. */
    private void stayAwake() throws IOException, InterruptedException {
        var wall = now.atZone(ZoneId.of("Asia/Shanghai")).toLocalTime();
        put(
                "/care/settings",
                "{\"quietHours\":{\"from\":\"%s\",\"until\":\"%s\"}}".formatted(wall.plusHours(6), wall.plusHours(7)));
    }

    private Instant in(int days) {
        return now.plus(days, ChronoUnit.DAYS);
    }

    private void put(String address, String body) throws IOException, InterruptedException {
        var request = request(address)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        if (address.startsWith("/care")) {
            request.header("If-Match", "*");
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private String log(String query) {
        try {
            var request = request("/care/messages?pageSize=200&" + query).GET().build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private HttpRequest.Builder request(String address) {
        var logistics = RunningSuite.suite().endpoints().logistics().http();
        return HttpRequest.newBuilder(logistics.resolve("/v1/shops/" + shop + address));
    }

    private List<String> shown() throws IOException {
        try (var lines = Files.lines(RunningSuite.suite().buyersLog())) {
            return lines.filter(line -> line.contains("shop=" + shop + " ")).toList();
        }
    }

    private static List<String> orders(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst(".* order=(\\S+) .*", "$1"))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
