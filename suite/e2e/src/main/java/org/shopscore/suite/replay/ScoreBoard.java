package org.shopscore.suite.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.screen.Table;

/** The shops' scores on one day. */
final class ScoreBoard {

    private final Wire wire;

    ScoreBoard(Wire wire) {
        this.wire = wire;
    }

    String on(LocalDate statDate, Collection<String> shops) throws IOException, InterruptedException {
        var table = new Table("shop", "stage", "score", "level", "goods", "logistics", "service");
        for (String shop : new TreeSet<>(shops)) {
            var reply = wire.get(wire.suite().aggregator().http(), "/v1/shops/" + shop + "/score?statDate=" + statDate);
            if (reply.isGood()) {
                row(table, shop, reply.json().path("provisional"));
            } else {
                table.row(shop, reply.json().path("code").asText("HTTP " + reply.status()), "", "", "", "", "");
            }
        }
        return table.text();
    }

    private static void row(Table table, String shop, JsonNode score) {
        var dimensions = score.path("dimensions");
        table.row(
                shop,
                score.path("stage").asText(),
                score.path("published").asText("-"),
                level(score.path("level")),
                dimensions.path("goods").asText("-"),
                dimensions.path("logistics").asText("-"),
                dimensions.path("service").asText("-"));
    }

    private static String level(JsonNode level) {
        return level.isValueNode() ? level.asText("-") : level.path("id").asText("-");
    }
}
