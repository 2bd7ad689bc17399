package org.shopscore.aggregator.lookup.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.score.FeedState;

/**
 * What stands in Redis. A shop's value holds its version and the sums, packed by the measures that it names, since it is written for every shop that
 * changes. No score: that depends on the policy in force, which every reader knows for itself.
 */
@ApplicationScoped
class AnnouncedJson {

    private static final Logger LOG = Logger.getLogger(AnnouncedJson.class);

    private final ObjectMapper json;

    AnnouncedJson(ObjectMapper json) {
        this.json = json;
    }

    /** What the values of all shops begin with that are announced together. */
    String head(Version version, LocalDate day, Instant asOf) {
        return "{\"version\":\"" + version + "\",\"asOf\":\"" + asOf + "\",\"day\":\"" + day + "\",\"measures\":\""
                + KnownSums.MEASURES + "\",\"sums\":\"";
    }

    /** Written by hand: it is done for every shop that changes, and nothing in it needs to be escaped. */
    String write(String head, KnownSums sums) {
        return head + Base64.getEncoder().encodeToString(sums.packed()) + "\"}";
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
            if (!node.required("measures").textValue().equals(KnownSums.MEASURES)) {
                throw new IllegalArgumentException("packed by other measures");
            }
            return new Announced(
                    Version.parse(node.required("version").textValue()),
                    LocalDate.parse(node.required("day").textValue()),
                    Instant.parse(node.required("asOf").textValue()),
                    KnownSums.unpacked(
                            Base64.getDecoder().decode(node.required("sums").textValue())));
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
        } catch (JsonProcessingException
                | IllegalArgumentException
                | DateTimeException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            LOG.warnf("redis-value=unreadable cause=%s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T of(JsonNode node) throws JsonProcessingException;
    }
}
