package org.shopscore.aggregator.entitlement.answer;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.shopscore.aggregator.entitlement.Finding;
import org.shopscore.aggregator.entitlement.Finding.Month;
import org.shopscore.aggregator.entitlement.Finding.Months;
import org.shopscore.aggregator.language.Language;

/** How many months passed, which, and what makes one pass, in a part of a sentence. */
final class MonthWords {

    static String of(Language language, Finding finding, Months months) {
        List<Month> passed = months.passed();
        String said = language.say(
                passed.isEmpty() ? "finding.MONTHS.none" : "finding.MONTHS",
                String.valueOf(finding.span()),
                name(months.each().getFirst()),
                String.valueOf(passed.size()),
                names(language, passed),
                String.valueOf(months.needed()),
                condition(language, finding, months));
        List<Month> unscored =
                months.each().stream().filter(month -> !month.isScored()).toList();
        return finding.holds() || unscored.isEmpty()
                ? said
                : said + language.say("finding.MONTHS.unscored", names(language, unscored));
    }

    /** As the newest month was asked for it, and with it every other. */
    private static String condition(Language language, Finding finding, Months months) {
        return months.each().getFirst().findings().stream()
                .map(part -> condition(language, part, finding.isGrowthScore()))
                .collect(Collectors.joining(language.say("month.and")));
    }

    private static String condition(Language language, Finding of, boolean isGrowthScore) {
        String name = FindingWords.name(language, of);
        String bound = FindingWords.bound(language, of, "bound.");
        String span = String.valueOf(of.span());
        String growth = isGrowthScore ? "-or-growth" : "";
        return switch (of.kind()) {
            case LATEST -> language.say("month.LATEST", language.say("figure.own" + growth, name), bound);
            case MEAN -> language.say("month.LATEST", language.say("figure.mean" + growth, name, span), bound);
            case EVERY_DAY -> language.say("finding.EVERY_DAY.holds", name, bound, "", span) + padding(language, of);
            case RUN -> run(language, of, growth, bound);
            case NO_SEVERE_VIOLATION -> language.say("month.NO_SEVERE_VIOLATION");
            case MONTHS -> throw new IllegalArgumentException("a month does not go by months");
        };
    }

    private static String padding(Language language, Finding of) {
        return of.padding()
                .map(padding -> language.say("month.padding", FindingWords.percent(padding.most())))
                .orElse("");
    }

    private static String run(Language language, Finding of, String growth, String bound) {
        String name = FindingWords.name(language, of);
        String subject = of.meanOver()
                .map(days -> language.say("figure.mean" + growth, name, String.valueOf(days)))
                .orElse(name);
        String key = of.subject().isEmpty() ? "finding.RUN.NO_SEVERE_VIOLATION.holds" : "finding.RUN.holds";
        return language.say(key, subject, bound, "", String.valueOf(of.span()));
    }

    /** The oldest first. */
    private static String names(Language language, List<Month> months) {
        return months.reversed().stream().map(MonthWords::name).collect(Collectors.joining(language.say("month.list")));
    }

    private static String name(Month month) {
        return YearMonth.from(month.lastDay()).toString();
    }

    private MonthWords() {}
}
