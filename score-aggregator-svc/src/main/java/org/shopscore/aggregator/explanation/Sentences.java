package org.shopscore.aggregator.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shopscore.aggregator.explanation.Breakdown.Part;
import org.shopscore.aggregator.policy.Fallback;
import org.shopscore.aggregator.policy.Metric;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.Ratio;
import org.shopscore.aggregator.score.Fraction;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.Stage;

/** A score in plain sentences: what it is, where most of it was lost, what was taken off or added. */
final class Sentences {

    private static final int MOST_GAPS = 3;

    private final Policy policy;

    Sentences(Policy policy) {
        this.policy = policy;
    }

    List<String> of(Language language, ScoreSheet sheet, Breakdown breakdown, long validPaidOrders) {
        var sentences = new ArrayList<String>();
        sentences.add(headline(language, sheet, validPaidOrders));
        breakdown.parts().stream()
                .filter(part -> part.gap().signum() > 0)
                .sorted(Comparator.comparing(Part::gap).reversed())
                .limit(MOST_GAPS)
                .forEach(part -> sentences.add(gap(language, part)));
        sheet.bonuses()
                .forEach(bonus -> sentences.add(language.say(
                        "bonus",
                        language.name("bonus", bonus.code()),
                        bonus.points().toPlainString())));
        if (sheet.deductions().signum() > 0) {
            sentences.add(language.say("deductions", sheet.deductions().toPlainString()));
        }
        return sentences;
    }

    private String headline(Language language, ScoreSheet sheet, long validPaidOrders) {
        String orders = String.valueOf(validPaidOrders);
        String enough = String.valueOf(policy.stages().growthBelow());
        return sheet.result()
                .map(result -> {
                    String level = language.name("level", result.level().code());
                    String published = result.published().toPlainString();
                    return sheet.stage() == Stage.GROWTH
                            ? language.say("growth", published, level, orders, enough)
                            : language.say("formal", published, level);
                })
                .orElseGet(() -> language.say(
                        "none",
                        language.name("none", sheet.noScore().orElseThrow().name()),
                        orders,
                        enough));
    }

    private String gap(Language language, Part part) {
        var scored = part.metric();
        Metric metric = metric(scored.id());
        String name = language.name("metric", metric.id());
        String points = scored.points().toPlainString();
        String gap = part.gap().setScale(4, RoundingMode.HALF_UP).toPlainString();
        if (policy.fallback() instanceof Fallback.Fixed && scored.padding().signum() > 0) {
            return language.say("gap.fixed", name, String.valueOf(scored.n()), points, gap);
        }
        if (scored.noData()) {
            return language.say("gap.no-data", name, value(metric, scored.used()), points, gap);
        }
        String n = String.valueOf(scored.n());
        String raw = value(metric, scored.raw().orElseThrow());
        return scored.padding().signum() > 0
                ? language.say(
                        "gap.padded",
                        name,
                        raw,
                        n,
                        String.valueOf(metric.nMin()),
                        value(metric, scored.used()),
                        points,
                        gap,
                        percent(scored.padding()))
                : language.say("gap", name, raw, n, points, gap);
    }

    private Metric metric(String id) {
        return policy.metrics().stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static String value(Metric metric, Fraction value) {
        String figure = value.rounded(2).toPlainString();
        return metric.ratio().kind() == Ratio.Kind.PERCENT ? figure + "%" : figure;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** By language. */
    Map<String, List<String>> inAll(Explained explained, long validPaidOrders) {
        return Language.ALL.stream()
                .collect(Collectors.toMap(Language::code, language -> of(language, explained, validPaidOrders)));
    }

    private List<String> of(Language language, Explained explained, long validPaidOrders) {
        var sentences = of(language, explained.sheet(), explained.breakdown(), validPaidOrders);
        if (explained.isWithheld()) {
            sentences.set(0, language.say("withheld"));
        }
        return sentences;
    }
}
