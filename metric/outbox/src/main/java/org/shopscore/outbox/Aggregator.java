package org.shopscore.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.shopscore.metric.SequenceRange;

/** The aggregator's account of a lane, asked over its management port. Blocking; for a worker thread. */
@ApplicationScoped
class Aggregator {

    private static final Duration CATCH_UP = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String EARLIER_LIFE = "before-start";

    private final OutboxConfig config;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Aggregator(OutboxConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /** @throws IllegalStateException when nobody answers there: asked before all rows are read for a comparison */
    void requireThere() {
        var answer = answer(HttpRequest.newBuilder(URI.create(config.aggregatorUrl() + "/q/health/live")));
        if (answer.statusCode() >= 500) {
            throw unexpected(answer);
        }
    }

    /**
     * The lane, once the aggregator has applied the number.
     *
     * @throws IllegalStateException when it does not come so far in 30 s, or does not answer
     */
    AggregatorLane laneAt(int lane, String incarnation, long number) {
        long end = System.nanoTime() + CATCH_UP.toNanos();
        var seen = lane(lane);
        while (seen.position(incarnation) < number) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("lane " + lane + ": the aggregator has applied "
                        + seen.position(incarnation) + " of " + number + " after " + CATCH_UP.toSeconds() + " s");
            }
            pause(PAUSE);
            seen = lane(lane);
        }
        return seen;
    }

    /** Makes the aggregator read the lane's tiles from its database again before it adds to them. */
    void reload(int lane) {
        send(HttpRequest.newBuilder(lanes(lane + "/reload")).POST(HttpRequest.BodyPublishers.noBody()));
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private AggregatorLane lane(int lane) {
        var source = URLEncoder.encode(config.source(), StandardCharsets.UTF_8);
        return read(send(HttpRequest.newBuilder(lanes(lane + "/tiles?source=" + source))));
    }

    private URI lanes(String path) {
        return URI.create(config.aggregatorUrl() + "/ops/lanes/" + path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        var answer = answer(request);
        if (answer.statusCode() != 200) {
            throw unexpected(answer);
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the aggregator's answer cannot be read", e);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("the aggregator cannot be reached at " + config.aggregatorUrl(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static IllegalStateException unexpected(HttpResponse<?> answer) {
        return new IllegalStateException("the aggregator answered " + answer.statusCode());
    }

    private static AggregatorLane read(JsonNode answer) {
        var positions = new HashMap<String, Long>();
        answer.get("positions")
                .forEach(at -> positions.put(
                        at.get("incarnation").asText(), at.get("last").asLong()));
        List<SequenceRange> holes = new ArrayList<>();
        int missing = 0;
        for (JsonNode hole : answer.get("holes")) {
            holes.add(new SequenceRange(
                    hole.get("incarnation").asText(),
                    hole.get("from").asLong(),
                    hole.get("to").asLong()));
            missing += hole.path("reason").asText().equals(EARLIER_LIFE) ? 0 : 1;
        }
        var tally = new Tally();
        answer.get("tiles").forEach(tile -> addTile(tally, tile));
        return new AggregatorLane(positions, holes, missing, tally);
    }

    private static void addTile(Tally tally, JsonNode tile) {
        var shop = tile.get("shop").asText();
        var day = LocalDate.parse(tile.get("day").asText());
        tile.get("measures")
                .properties()
                .forEach(measure -> tally.add(
                        new Tally.Key(shop, day, measure.getKey()),
                        measure.getValue().asLong()));
    }
}
