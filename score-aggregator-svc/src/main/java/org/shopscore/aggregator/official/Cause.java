package org.shopscore.aggregator.official;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.policy.metric.Maturity;
import org.shopscore.aggregator.score.window.Counted;
import org.shopscore.aggregator.score.window.Sums;

/**
 * Why a score was revised.
 *
 * @param facts      that became known too late, the first {@value #MOST} of them
 * @param difference what they add to the inputs, by measure
 */
@Schema(name = "RevisionCause")
public record Cause(int factCount, List<Fact> facts, Map<String, Long> difference) {

    static final int MOST = 20;

    /** @param day that it counts for */
    @Schema(name = "LateFact")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Fact(String ref, LocalDate day, Optional<String> reason) {}

    /** @param late that count for the score, each for some of its measures at least */
    public static Cause of(List<LateFact> late, Counted counted) {
        var difference = new TreeMap<>(
                Sums.of(late.stream().map(fact -> measures(fact, counted)).toList())
                        .amounts());
        difference.values().removeIf(amount -> amount == 0);
        return new Cause(
                late.size(),
                late.stream()
                        .limit(MOST)
                        .map(fact -> new Fact(fact.ref(), fact.day(), fact.reason()))
                        .toList(),
                difference);
    }

    /** Once, however often one counts. */
    private static Map<String, Long> measures(LateFact fact, Counted counted) {
        var measures = new HashMap<String, Long>();
        counted.forEach(fact.day(), fact.amounts(), (name, amount) -> measures.put(Maturity.measureOf(name), amount));
        return measures;
    }
}
