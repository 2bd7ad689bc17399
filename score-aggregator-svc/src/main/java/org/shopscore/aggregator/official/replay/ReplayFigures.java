package org.shopscore.aggregator.official.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.official.ScoreRows;
import org.shopscore.aggregator.official.Scored;

/** All figures of a score by their names, also those that entitlements are judged by alone; null for one that it does not have. */
final class ReplayFigures {

    private final ObjectMapper json;

    ReplayFigures(ObjectMapper json) {
        this.json = json;
    }

    Map<String, String> stored(Official stored, Row judged) {
        var figures = new LinkedHashMap<String, String>();
        figures.put("stage", stored.stage());
        figures.put("noScore", stored.noScore().orElse(null));
        figures.put("published", stored.published());
        figures.put("total", stored.total());
        figures.put("base", stored.base());
        figures.put("level", stored.level());
        figures.put("trafficWeight", number(judged.getBigDecimal("traffic_weight")));
        figures.put("deductions", stored.deductions());
        putAll(figures, "dimensions.", stored.dimensions());
        figures.put("padding", number(judged.getBigDecimal("padding")));
        figures.put("severe", judged.getBoolean("severe").toString());
        putAll(figures, "points.", judged.getString("points"));
        return figures;
    }

    static Map<String, String> recomputed(ScoreRows.Row recomputed) {
        Scored score = recomputed.score();
        var result = score.result();
        var figures = new HashMap<String, String>();
        figures.put("stage", score.stage());
        figures.put("noScore", score.noScore().orElse(null));
        figures.put(
                "published", result.map(one -> one.published().toPlainString()).orElse(null));
        figures.put("total", result.map(one -> one.total().toPlainString()).orElse(null));
        figures.put("base", score.base().toPlainString());
        figures.put("level", result.map(one -> one.level().code()).orElse(null));
        figures.put(
                "trafficWeight",
                result.map(one -> number(one.level().trafficWeight())).orElse(null));
        figures.put("deductions", score.deductions().toPlainString());
        score.dimensions().forEach((id, points) -> figures.put("dimensions." + id, points));
        figures.put("padding", number(recomputed.day().padding()));
        figures.put("severe", String.valueOf(recomputed.day().isSevere()));
        recomputed.day().points().forEach((id, points) -> figures.put("points." + id, points.toPlainString()));
        return figures;
    }

    /** One that is kept as a number may have been written with other zeros. */
    private static String number(BigDecimal figure) {
        return figure == null ? null : figure.stripTrailingZeros().toPlainString();
    }

    private void putAll(Map<String, String> figures, String prefix, String object) {
        tree(object)
                .properties()
                .forEach(figure ->
                        figures.put(prefix + figure.getKey(), figure.getValue().textValue()));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
