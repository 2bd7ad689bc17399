package org.shopscore.logistics.masking;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers, numbers of identity cards, addresses and what opens a locker. */
final class Numbers {

    private static final String MOBILE =
            "(?=[+1-9])(?<!\\d)(?:\\+?86[- ]?)?1\\d{2}[ .·-]?\\d{4}[ .·-]?\\d{4}(?!\\d)(?:(?:[-转]|转接)\\d{1,6})?";
    private static final String NUMBER =
            "(?=[+(\\d])(?<![\\dA-Za-z])(?!\\d{4}-\\d{2}-\\d{2}(?!\\d))\\+?\\(?\\d[\\d()+ -]{5,}\\d(?![\\dA-Za-z])";
    private static final Pattern NUMBERS = Pattern.compile(NUMBER);

    /** A telephone number. */
    static final String TELEPHONE = "(?:" + MOBILE + "|" + NUMBER + ")";

    static final List<Rule> RULES = List.of(
            new Rule(Trigger.any("@"), "[\\w.%+-]+@[\\w-]+(?:\\.[\\w-]+)+", Rule.MASK),
            Rule.after(Trigger.any("微信").or(Trigger.LATIN), "(?i:微信|qq|wechat|vx)号?\\s*[:：]?\\s*", "[A-Za-z0-9_-]{5,}"),
            new Rule(Trigger.DIGIT, "(?=[0-9])(?<![0-9A-Za-z])\\d{17}[0-9Xx](?![0-9A-Za-z])", Rule.MASK),
            // what the carrier masked in part
            new Rule(Trigger.any("**"), "\\d{3}\\*{2,}\\d{2,4}", Rule.MASK),
            Rule.after(
                    Trigger.any("码", "号"),
                    "(?:[取提][件货]码|自提码|验证码|开[柜箱]码|货架号|密码)(?:[为是]|\\s*[:：])?\\s*",
                    "[A-Za-z0-9][A-Za-z0-9-]*"),
            new Rule(Trigger.any("凭"), "凭\\s*[“\"'【\\[]?[A-Za-z0-9][A-Za-z0-9-]{2,}", "凭" + Rule.MASK),
            Rule.after(
                    Trigger.LATIN,
                    "\\b(?i:code|pin|password)\\b\\s*(?i:is|[:#])?\\s*",
                    "(?=[A-Za-z-]*\\d)[A-Za-z0-9-]{3,}"));

    private static final Rule MOBILES = new Rule(Trigger.DIGIT, MOBILE, Rule.MASK);

    /** Seven digits or more are somebody's number; fewer may be a postcode or a count. */
    static String masked(String text) {
        return NUMBERS.matcher(MOBILES.on(text)).replaceAll(Numbers::masked);
    }

    private static String masked(MatchResult found) {
        return found.group().chars().filter(Character::isDigit).count() < 7
                ? Matcher.quoteReplacement(found.group())
                : Rule.MASK;
    }

    private Numbers() {}
}
