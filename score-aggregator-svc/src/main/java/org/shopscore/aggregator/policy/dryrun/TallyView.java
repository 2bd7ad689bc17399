package org.shopscore.aggregator.policy.dryrun;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.policy.effect.Counts;
import org.shopscore.aggregator.policy.effect.Tally;

/**
 * What would become of all shops. Figures are decimal strings.
 *
 * @param categories shops without one under the empty name
 */
@Schema(name = "PolicyDryRunResult")
record TallyView(Numbers all, Map<String, Numbers> categories, Map<String, Numbers> sizes) {

    /**
     * Of some shops.
     *
     * @param same   shops whose published score stays, those without one on either side included
     * @param gained by the winners together
     * @param stages moves such as GROWTH>FORMAL, each with its shops
     * @param levels moves such as GOOD>STANDARD
     */
    @Schema(name = "PolicyDryRunCounts")
    record Numbers(
            long shops,
            long winners,
            long losers,
            long same,
            String gained,
            String lost,
            Map<String, Long> stages,
            Map<String, Long> levels,
            Map<String, Long> granted,
            Map<String, Long> revoked) {

        private static Numbers of(Counts counts) {
            return new Numbers(
                    counts.shops(),
                    counts.winners(),
                    counts.losers(),
                    counts.same(),
                    text(counts.gained()),
                    text(counts.lost()),
                    counts.stages(),
                    counts.levels(),
                    counts.granted(),
                    counts.revoked());
        }

        private static String text(BigDecimal points) {
            return points.setScale(2).toPlainString();
        }
    }

    static TallyView of(Tally tally) {
        return new TallyView(Numbers.of(tally.all()), all(tally.categories()), all(tally.sizes()));
    }

    private static Map<String, Numbers> all(Map<String, Counts> counts) {
        var all = new TreeMap<String, Numbers>();
        counts.forEach((key, some) -> all.put(key, Numbers.of(some)));
        return all;
    }
}
