package org.shopscore.aggregator.official;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.problem.Refused;

/** Computes a past score again from what was stored with it, and compares it digit by digit. */
@ApplicationScoped
class Replay {

    private static final String JUDGED = """
            select traffic_weight, padding, severe, points from score_day where stat_date = $1 and shop_id = $2 and revision = $3
            """;

    /** @param stored null, like recomputed, where one side has no such figure */
    record Difference(
            String figure,
            @Schema(required = true, nullable = true) String stored,
            @Schema(required = true, nullable = true) String recomputed) {}

    /** @param equal whether every figure is the same to the last digit, also of those that entitlements are judged by */
    record Result(
            String shopId,
            LocalDate statDate,
            int revision,
            String policyVersion,
            boolean equal,
            List<Difference> differences) {}

    private final Pool pool;
    private final Inputs inputs;
    private final DayScorers scorers;
    private final History history;
    private final ObjectMapper json;

    Replay(Pool pool, Inputs inputs, DayScorers scorers, History history, ObjectMapper json) {
        this.pool = pool;
        this.inputs = inputs;
        this.scorers = scorers;
        this.history = history;
        this.json = json;
    }

    /** @param revision empty for the newest */
    Uni<Result> of(String shopId, LocalDate statDate, Optional<Integer> revision) {
        return history.revisions(shopId, statDate).chain(all -> {
            Official stored = all.stream()
                    .filter(one -> revision.isEmpty() || revision.get() == one.revision())
                    .reduce((_, newer) -> newer)
                    .orElseThrow(() -> new Refused(
                            404,
                            "unknown-score",
                            "no official score of the shop " + shopId + " was published for " + statDate
                                    + revision.map(number -> ", revision " + number)
                                            .orElse("")));
            return Uni.combine()
                    .all()
                    .unis(
                            inputs.of(pool, statDate, shopId, stored.revision()),
                            scorers.of(pool, statDate),
                            pool.preparedQuery(JUDGED).execute(Tuple.of(statDate, shopId, stored.revision())))
                    .with((input, scorer, judged) -> compared(
                            shopId,
                            stored,
                            judged.iterator().next(),
                            ScoreRows.Row.of(
                                    scorer, whole(input, scorer), isWithheldByFeeds(stored), Optional.empty())));
        });
    }

    /** Inputs that are not what the score was made of give no other score: they give none. */
    private static Input whole(Optional<Input> input, DayScorer scorer) {
        return input.filter(scorer::canScore)
                .orElseThrow(() -> new Refused(
                        409, "inputs-incomplete", "the stored inputs lack something of what the day's policy counts"));
    }

    /** A verdict shows in the inputs, and is found again. */
    private static boolean isWithheldByFeeds(Official stored) {
        return stored.stage().equals(Scored.WITHHELD) && stored.noScore().isEmpty();
    }

    private Result compared(String shopId, Official stored, Row judged, ScoreRows.Row recomputed) {
        var was = figures(stored, judged);
        var is = figures(recomputed);
        var differences = Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .filter(figure -> !Objects.equals(was.get(figure), is.get(figure)))
                .map(figure -> new Difference(figure, was.get(figure), is.get(figure)))
                .toList();
        return new Result(
                shopId,
                stored.statDate(),
                stored.revision(),
                stored.policyVersion(),
                differences.isEmpty(),
                differences);
    }

    private Map<String, String> figures(Official stored, Row judged) {
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

    private static Map<String, String> figures(ScoreRows.Row recomputed) {
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
