package org.shopscore.aggregator.explanation.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.aggregator.explanation.breakdown.Breakdown;
import org.shopscore.aggregator.explanation.breakdown.Breakdown.Part;
import org.shopscore.aggregator.explanation.breakdown.ScaleEnds;
import org.shopscore.aggregator.explanation.breakdown.ScaleEnds.Added;
import org.shopscore.aggregator.language.Language;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.Stage;
import org.shopscore.aggregator.score.metric.MetricScore;

/** A score in plain sentences: what it is, where most of it was lost, what was taken off or added; without a computed total, what would be. */
public final class Sentences {

    private static final int MOST_GAPS = 3;

    private final Policy policy;
    private final Headline headline;
    private final GrowthSentence growth;
    private final FactSentence facts;

    public Sentences(Policy policy) {
        this.policy = policy;
        this.headline = new Headline(policy);
        this.growth = new GrowthSentence(policy);
        this.facts = new FactSentence(policy);
    }

    List<String> of(Language language, ScoreSheet sheet, Breakdown breakdown, long validPaidOrders) {
        var sentences = new ArrayList<String>();
        sentences.add(headline.of(language, sheet, validPaidOrders));
        growth.reduced(language, sheet).ifPresent(sentences::add);
        boolean isCounted = sheet.stage() == Stage.FORMAL;
        List<String> parts = parts(language, sheet, breakdown, isCounted);
        if (sheet.stage() != Stage.WITHHELD && !isCounted && !parts.isEmpty()) {
            sentences.add(language.say(
                    "later", language.counted("orders", policy.stages().growthBelow())));
        }
        sentences.addAll(parts);
        return sentences;
    }

    /** @param isCounted whether a total is made of them; elsewhere they are facts, and cost and give nothing */
    private List<String> parts(Language language, ScoreSheet sheet, Breakdown breakdown, boolean isCounted) {
        var sentences = new ArrayList<String>();
        var ends = new ScaleEnds(sheet, policy.scale());
        Function<Part, BigDecimal> cost = part -> isCounted ? ends.cost(part) : BigDecimal.ZERO;
        breakdown.parts().stream()
                .filter(part -> part.gap().signum() > 0)
                .sorted(Comparator.comparing(cost).thenComparing(Part::gap).reversed())
                .limit(MOST_GAPS)
                .forEach(part -> sentences.add(gap(language, part.metric(), fourDecimals(cost.apply(part)))));
        ends.bonuses().forEach(added -> sentences.add(bonus(language, added, isCounted)));
        if (sheet.deductions().signum() > 0) {
            sentences.add(deductions(language, sheet.deductions(), isCounted, ends.deducted()));
        }
        return sentences;
    }

    private String gap(Language language, MetricScore metric, BigDecimal cost) {
        String fact = facts.of(language, metric);
        return cost.signum() > 0
                ? language.say("fact.costs", fact, cost.toPlainString())
                : language.say("fact.alone", fact);
    }

    private String bonus(Language language, Added added, boolean isCounted) {
        Bonus bonus = added.bonus();
        return language.say(
                !isCounted ? "bonus-later" : added.isCapped() ? "bonus-capped" : "bonus",
                language.name("bonus", bonus.code()),
                bonus.points().toPlainString(),
                bonus.dimension()
                        .map(id -> language.name("subject", id))
                        .orElseGet(() -> language.say("bonus-target.total")),
                atLeastTwoDecimals(added.points()),
                policy.scale().max().toPlainString());
    }

    private String deductions(Language language, BigDecimal due, boolean isCounted, BigDecimal deducted) {
        return language.say(
                !isCounted ? "deductions.later" : deducted.compareTo(due) < 0 ? "deductions.capped" : "deductions",
                due.toPlainString(),
                fourDecimals(deducted).toPlainString(),
                policy.scale().min().toPlainString());
    }

    private static BigDecimal fourDecimals(BigDecimal points) {
        return points.setScale(4, RoundingMode.HALF_UP);
    }

    private static String atLeastTwoDecimals(BigDecimal points) {
        BigDecimal shortest = points.stripTrailingZeros();
        return shortest.setScale(Math.max(2, shortest.scale())).toPlainString();
    }

    /** By language. */
    public Map<String, List<String>> inAll(ScoreSheet sheet, Breakdown breakdown, long validPaidOrders) {
        return byLanguage(language -> of(language, sheet, breakdown, validPaidOrders));
    }

    /** By language, of a score that there would be if a mandatory feed were complete. */
    public Map<String, List<String>> withheld(ScoreSheet sheet, Breakdown breakdown) {
        return byLanguage(language -> Stream.concat(
                        Stream.of(language.say("withheld")), parts(language, sheet, breakdown, false).stream())
                .toList());
    }

    private static Map<String, List<String>> byLanguage(Function<Language, List<String>> sentences) {
        return Language.ALL.stream().collect(Collectors.toMap(Language::code, sentences));
    }
}
