package org.shopscore.aggregator.entitlement.held;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shopscore.aggregator.entitlement.Finding;
import org.shopscore.aggregator.entitlement.Judgement;
import org.shopscore.aggregator.language.Language;

/** A judgement in plain sentences, by language. */
final class Reasons {

    static Map<String, String> of(Judgement judgement, LocalDate statDate) {
        return inAll(language -> of(language, "entitlement.", judgement, statDate));
    }

    /** Of what only opens a review: a shop is under it, and holds nothing by it. */
    static Map<String, String> ofReview(Judgement judgement, LocalDate statDate) {
        return inAll(language -> of(language, "review.", judgement, statDate));
    }

    /** What people call an entitlement or a review; its code where nobody has named it yet. */
    static Map<String, String> names(String code) {
        return inAll(language -> language.name("entitlement.name", code));
    }

    private static Map<String, String> inAll(Function<Language, String> words) {
        return Language.ALL.stream().collect(Collectors.toMap(Language::code, words));
    }

    private static String of(Language language, String kind, Judgement judgement, LocalDate statDate) {
        String outcome = language.say(kind + judgement.why(), statDate.toString(), since(judgement, statDate));
        return switch (judgement.why()) {
            case WITHHELD, PERSONAL_SHOP, PERSONAL_SHOP_TOO_YOUNG, NOT_YET -> outcome;
            case GRANTED, NOT_GRANTED, KEPT, REVOKED, NOT_TODAY ->
                outcome + language.say("entitlement.because") + because(language, judgement.decisive());
        };
    }

    private static String since(Judgement judgement, LocalDate statDate) {
        return judgement.since().orElse(statDate).toString();
    }

    private static String because(Language language, List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding(language, finding))
                .collect(Collectors.joining(language.say("entitlement.and")));
    }

    private static String finding(Language language, Finding finding) {
        return language.say(
                key(finding),
                subject(language, finding),
                bound(language, finding),
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

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static String subject(Language language, Finding finding) {
        String subject = finding.subject()
                .map(id -> language.name("subject", language.name("metric", id)))
                .orElse("");
        String mean = finding.isGrowthScore() ? "figure.mean-or-growth" : "figure.mean";
        return finding.meanOver()
                .map(days -> language.say(mean, subject, String.valueOf(days)))
                .orElse(subject);
    }

    /** What is true of a figure: a bound need not be a goal, so a figure beyond it falls short of nothing. */
    private static String bound(Language language, Finding finding) {
        String bound = finding.value().isPresent() && !finding.holds() ? "bound.not." : "bound.";
        return finding.bound()
                .map(of -> language.say(bound + of.is(), of.than().toPlainString()))
                .orElse("");
    }

    private Reasons() {}
}
