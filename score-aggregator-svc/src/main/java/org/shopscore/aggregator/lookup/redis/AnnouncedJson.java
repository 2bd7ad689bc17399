package org.shopscore.aggregator.lookup.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.score.Sums;

/**
 * What stands in Redis. A shop's value holds its version and the sums. No score: that
 * depends on the policy in force, which every reader knows for itself.
 */
@ApplicationScoped
class AnnouncedJson {

    private static final Logger LOG = Logger.getLogger(AnnouncedJson.class);

    private static final int MOST_CHARS = 2_000;

    private final ObjectMapper json;

    AnnouncedJson(ObjectMapper json) {
        this.json = json;
    }

    /** What the values of all shops begin with that are announced together. */
    String head(Version version, LocalDate day, Instant asOf) {
        return "{\"version\":\"" + version + "\",\"asOf\":\"" + asOf + "\",\"day\":\"" + day + "\",\"sums\":{";
    }

    /** Written by hand: it is done for every shop that changes, and nothing in it needs to be escaped. */
    String write(String head, KnownSums sums) {
        var text = new StringBuilder(MOST_CHARS).append(head);
        sums.forEach((measure, amount) -> text.append(text.length() == head.length() ? "\"" : ",\"")
                .append(measure)
                .append("\":")
                .append(amount));
        return text.append("}}").toString();
    }

    String write(FeedState state) {
        var node = json.createObjectNode().put("rolledTo", state.rolledTo().toString());
        var feeds = node.putObject("completeUntil");
        state.completeUntil().forEach((source, instant) -> feeds.put(source, instant.toString()));
        var reasons = node.putArray("reasons");
        state.reasons().forEach(reasons::add);
        return node.toString();
    }

    /** Empty for what this version cannot read, which is computed from the tiles instead. */
    Optional<Announced> announced(String text) {
        return read(text, node -> {
            var sums = new HashMap<String, Long>();
            node.required("sums")
                    .properties()
                    .forEach(sum -> sums.put(sum.getKey(), sum.getValue().longValue()));
            return new Announced(
                    Version.parse(node.required("version").textValue()),
                    LocalDate.parse(node.required("day").textValue()),
                    Instant.parse(node.required("asOf").textValue()),
                    KnownSums.of(new Sums(sums)));
        });
    }

    Optional<FeedState> feeds(String text) {
        return read(text, node -> {
            var completeUntil = new TreeMap<String, Instant>();
            node.required("completeUntil")
                    .properties()
                    .forEach(feed -> completeUntil.put(
                            feed.getKey(), Instant.parse(feed.getValue().textValue())));
            var reasons = node.required("reasons")
                    .valueStream()
                    .map(JsonNode::textValue)
                    .toList();
            return new FeedState(LocalDate.parse(node.required("rolledTo").textValue()), completeUntil, reasons);
        });
    }

    private <T> Optional<T> read(String text, Reading<T> reading) {
        try {
            return Optional.of(reading.of(json.readTree(text)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            LOG.warnf("redis-value=unreadable cause=%s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T of(JsonNode node) throws JsonProcessingException;
    }
}
