package org.shopscore.aggregator.explanation.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.shopscore.aggregator.language.Language;
import org.shopscore.aggregator.policy.Fallback;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.metric.MetricScore;

/** What one metric is, and the points that it earns. */
final class FactSentence {

    private final Policy policy;

    FactSentence(Policy policy) {
        this.policy = policy;
    }

    /** Without its end: what it costs, where it costs anything. */
    String of(Language language, MetricScore scored) {
        Metric metric = policy.metric(scored.id());
        String name = named(language, metric);
        String used = value(metric, scored.used());
        String points = scored.points().toPlainString();
        if (policy.fallback() instanceof Fallback.Fixed fixed
                && scored.padding().signum() > 0) {
            boolean isOfItsSample =
                    scored.noData() || fixed.sampleOf(metric.id()).isPresent();
            return language.say(
                    isOfItsSample ? "fact.fixed.sample" : "fact.fixed", name, points, String.valueOf(scored.n()));
        }
        if (scored.noData()) {
            return language.say("fact.no-data", name, used, points);
        }
        String raw = value(metric, scored.raw().orElseThrow());
        String n = language.counted("cases", scored.n());
        String nMin = String.valueOf(metric.nMin());
        return scored.padding().signum() > 0
                ? language.say("fact.padded", name, raw, n, nMin, used, points, percent(scored.padding()))
                : language.say("fact", name, raw, n, points);
    }

    /** What matures is counted of other days than the rest. */
    private static String named(Language language, Metric metric) {
        String name = language.name("metric", metric.id());
        return metric.maturityDays() == 0
                ? name
                : language.say("matured", name, language.counted("days", metric.maturityDays()));
    }

    private static String value(Metric metric, Fraction value) {
        String figure = value.rounded(2).toPlainString();
        return metric.ratio().kind() == Ratio.Kind.PERCENT ? figure + "%" : figure;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
