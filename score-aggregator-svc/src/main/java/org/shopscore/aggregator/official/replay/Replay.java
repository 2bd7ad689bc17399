package org.shopscore.aggregator.official.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.official.ScoreRows;
import org.shopscore.aggregator.official.Scored;
import org.shopscore.aggregator.official.history.History;
import org.shopscore.aggregator.official.input.Input;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.aggregator.official.sheet.DayScorer;
import org.shopscore.aggregator.official.sheet.DayScorers;
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
    private final ReplayFigures figures;

    Replay(Pool pool, Inputs inputs, DayScorers scorers, History history, ObjectMapper json) {
        this.pool = pool;
        this.inputs = inputs;
        this.scorers = scorers;
        this.history = history;
        figures = new ReplayFigures(json);
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
        var was = figures.stored(stored, judged);
        var is = ReplayFigures.recomputed(recomputed);
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
}
