package org.shopscore.aggregator.policy.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.policy.effect.Outcome;
import org.shopscore.aggregator.policy.effect.ShopEffect;
import org.shopscore.aggregator.policy.effect.SizeClass;

/**
 * What would become of one shop. Figures are decimal strings.
 *
 * @param change of the published score; null where there is none on a side
 */
@Schema(name = "PolicyShopEffect")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ShopView(
        String shopId,
        Optional<String> category,
        @Schema(required = true) SizeClass size,

        @Schema(required = true, nullable = true) @JsonInclude
        String change,

        Score was,
        Score becomes) {

    /** @param published null, like the level, in the stages NONE and WITHHELD */
    @Schema(name = "PolicyShopOutcome")
    record Score(
            @Schema(enumeration = {"NONE", "GROWTH", "FORMAL", "WITHHELD"})
            String stage,

            @Schema(required = true, nullable = true) @JsonInclude
            String published,

            @Schema(required = true, nullable = true) @JsonInclude
            String level,

            Set<String> entitlements) {

        private static Score of(Outcome outcome) {
            return new Score(
                    outcome.stage(),
                    outcome.published().map(BigDecimal::toPlainString).orElse(null),
                    outcome.level().orElse(null),
                    outcome.entitlements());
        }
    }

    static ShopView of(ShopEffect effect) {
        return new ShopView(
                effect.shopId(),
                effect.category(),
                effect.size(),
                effect.change().map(BigDecimal::toPlainString).orElse(null),
                Score.of(effect.was()),
                Score.of(effect.becomes()));
    }
}
