package org.shopscore.aggregator.lookup.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.score.shop.FeedState;

/** How complete a partition is, as it stands in Redis. */
@ApplicationScoped
class FeedsJson {

    private static final Logger LOG = Logger.getLogger(FeedsJson.class);

    private final ObjectMapper json;

    FeedsJson(ObjectMapper json) {
        this.json = json;
    }

    String write(FeedState state) {
        var node = json.createObjectNode().put("rolledTo", state.rolledTo().toString());
        var feeds = node.putObject("completeUntil");
        state.completeUntil().forEach((source, instant) -> feeds.put(source, instant.toString()));
        var reasons = node.putArray("reasons");
        state.reasons().forEach(reasons::add);
        return node.toString();
    }

    /** Empty for what this version cannot read. */
    Optional<FeedState> read(String text) {
        try {
            return Optional.of(feeds(json.readTree(text)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            LOG.warnf("redis-value=unreadable cause=%s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static FeedState feeds(JsonNode node) {
        var completeUntil = new TreeMap<String, Instant>();
        node.required("completeUntil")
                .properties()
                .forEach(feed -> completeUntil.put(
                        feed.getKey(), Instant.parse(feed.getValue().textValue())));
        var reasons =
                node.required("reasons").valueStream().map(JsonNode::textValue).toList();
        return new FeedState(LocalDate.parse(node.required("rolledTo").textValue()), completeUntil, reasons);
    }
}
