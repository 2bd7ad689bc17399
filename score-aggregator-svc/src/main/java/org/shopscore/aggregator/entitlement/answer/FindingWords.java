package org.shopscore.aggregator.entitlement.answer;

import java.math.BigDecimal;
import org.shopscore.aggregator.entitlement.Finding;
import org.shopscore.aggregator.language.Language;

/** What was found of the days, in a part of a sentence. */
final class FindingWords {

    static String of(Language language, Finding finding) {
        return finding.months()
                .map(months -> MonthWords.of(language, finding, months))
                .orElseGet(() -> ofDays(language, finding));
    }

    private static String ofDays(Language language, Finding finding) {
        return language.say(
                key(finding),
                subject(language, finding),
                bound(language, finding, finding.value().isPresent() && !finding.holds() ? "bound.not." : "bound."),
                finding.value().map(Figures::text).orElse(""),
                String.valueOf(finding.span()),
                finding.days().getFirst().statDate().toString(),
                finding.padding().map(padding -> String.valueOf(padding.days())).orElse(""),
                finding.padding().map(padding -> percent(padding.most())).orElse(""));
    }

    private static String key(Finding finding) {
        String key = "finding." + finding.kind();
        return switch (finding.kind()) {
            case LATEST, MEAN ->
                finding.value().isEmpty() ? key + ".none" : finding.isGrowthScore() ? "finding.GROWTH" : key;
            case EVERY_DAY -> key + (finding.holds() ? ".holds" : failure(finding));
            case MONTHS -> throw new IllegalArgumentException("months have words of their own");
            case RUN -> key + (finding.subject().isEmpty() ? ".NO_SEVERE_VIOLATION" : "") + outcome(finding);
            case NO_SEVERE_VIOLATION -> key + outcome(finding);
        };
    }

    private static String outcome(Finding finding) {
        return finding.holds() ? ".holds" : ".fails";
    }

    private static String failure(Finding finding) {
        return finding.padding()
                .filter(padding -> padding.days() > 0)
                .map(padding -> padding.isAlone() ? ".padded" : ".fails.padded")
                .orElse(".fails");
    }

    static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static String subject(Language language, Finding finding) {
        String subject = name(language, finding);
        String mean = finding.isGrowthScore() ? "figure.mean-or-growth" : "figure.mean";
        return finding.meanOver()
                .map(days -> language.say(mean, subject, String.valueOf(days)))
                .orElse(subject);
    }

    static String name(Language language, Finding finding) {
        return finding.subject()
                .map(id -> language.name("subject", language.name("metric", id)))
                .orElse("");
    }

    /** What is true of a figure: a bound need not be a goal, so a figure beyond it falls short of nothing. */
    static String bound(Language language, Finding finding, String kind) {
        return finding.bound()
                .map(of -> language.say(kind + of.is(), of.than().toPlainString()))
                .orElse("");
    }

    private FindingWords() {}
}
