package org.shopscore.aggregator.official;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.official.input.Inputs;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.problem.Refused;

/** Computes a past score again from what was stored with it, and compares it digit by digit. */
@ApplicationScoped
class Replay {

    /** @param stored null where one side has no such figure */
    record Difference(String figure, String stored, String recomputed) {}

    /** @param equal whether every figure is the same to the last digit */
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
            return inputs.of(pool, statDate, shopId, stored.revision())
                    .chain(input -> scorers.of(pool, statDate)
                            .map(scorer -> compared(shopId, stored, scorer.score(input.orElseThrow()))));
        });
    }

    private Result compared(String shopId, Official stored, ScoreSheet sheet) {
        boolean isWithheld = stored.stage().equals(Scored.WITHHELD);
        var recomputed = isWithheld ? Scored.withheld(sheet) : Scored.of(sheet);
        var result = recomputed.result();
        var differences = new ArrayList<Difference>();
        compare(differences, "stage", stored.stage(), recomputed.stage());
        compare(
                differences,
                "published",
                stored.published(),
                result.map(one -> one.published().toPlainString()).orElse(null));
        compare(
                differences,
                "total",
                stored.total(),
                result.map(one -> one.total().toPlainString()).orElse(null));
        compare(differences, "base", stored.base(), recomputed.base().toPlainString());
        compare(
                differences,
                "level",
                stored.level(),
                result.map(one -> one.level().code()).orElse(null));
        compare(
                differences,
                "deductions",
                stored.deductions(),
                recomputed.deductions().toPlainString());
        JsonNode dimensions = tree(stored.dimensions());
        recomputed
                .dimensions()
                .forEach((dimension, points) -> compare(
                        differences,
                        "dimensions." + dimension,
                        dimensions.path(dimension).textValue(),
                        points));
        return new Result(
                shopId,
                stored.statDate(),
                stored.revision(),
                stored.policyVersion(),
                differences.isEmpty(),
                List.copyOf(differences));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compare(List<Difference> differences, String figure, String stored, String recomputed) {
        if (!java.util.Objects.equals(stored, recomputed)) {
            differences.add(new Difference(figure, stored, recomputed));
        }
    }
}
