package org.shopscore.aggregator.entitlement.answer;

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
                .map(finding -> FindingWords.of(language, finding))
                .collect(Collectors.joining(language.say("entitlement.and")));
    }

    private Reasons() {}
}
