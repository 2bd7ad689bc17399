package org.shopscore.aggregator.entitlement.held;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shopscore.aggregator.entitlement.Finding;
import org.shopscore.aggregator.entitlement.Judgement;
import org.shopscore.aggregator.explanation.Language;

/** A judgement in plain sentences. */
final class Reasons {

    /** By language. */
    static Map<String, String> of(Judgement judgement, LocalDate statDate) {
        var reasons = new HashMap<String, String>();
        Language.ALL.forEach(language -> reasons.put(language.code(), of(language, judgement, statDate)));
        return reasons;
    }

    private static String of(Language language, Judgement judgement, LocalDate statDate) {
        String outcome =
                language.say("entitlement." + judgement.why(), statDate.toString(), since(judgement, statDate));
        return switch (judgement.why()) {
            case WITHHELD, PERSONAL_SHOP, PERSONAL_SHOP_TOO_YOUNG -> outcome;
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
        String key = "finding." + finding.kind() + (finding.holds() ? ".holds" : ".fails");
        String subject = finding.subject()
                .map(id -> language.name("subject", language.name("metric", id)))
                .orElse("");
        String bound = finding.bound()
                .map(of -> language.say("bound." + of.is(), of.than().toPlainString()))
                .orElse("");
        String value = finding.value().map(Figures::text).orElseGet(() -> language.say("finding.no-figure"));
        String day = finding.days().getFirst().statDate().toString();
        return language.say(key, subject, bound, value, String.valueOf(finding.span()), day);
    }

    private Reasons() {}
}
