package org.shopscore.logistics.webhook.payload;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the personal data out of a scan's text: names, telephone numbers, e-mail addresses, numbers of identity cards and the
 * codes that open a locker. In doubt it masks: a name kept is worse than a depot lost.
 */
public final class Masking {

    static final String MASK = "***";
    private static final int LONGEST = 500;
    private static final int READ = 2_000;

    private static final String ROLE =
            "(?:签收人|收件人|收货人|取件人|派件人|寄件人|发件人|代收人|代签人|经手人|操作人|联系人" + "|派送员|派件员|配送员|投递员|揽收员|揽件员|取件员|收件员|快递员|快递小哥|业务员|司机)";
    private static final String MOBILE = "(?<!\\d)(?:\\+?86[- ]?)?1\\d{10}(?!\\d)(?:(?:[-转]|转接)\\d{1,6})?";
    private static final String NUMBER =
            "(?<![\\dA-Za-z])(?!\\d{4}-\\d{2}-\\d{2}(?!\\d))\\+?\\(?\\d[\\d()+ -]{5,}\\d(?![\\dA-Za-z])";
    private static final String HAN_NAME = "[\\p{IsHan}·]{2,4}";
    private static final String TOKEN =
            "(?:\\p{IsHan}\\s\\p{IsHan}{1,2}(?!\\p{IsHan})|[^\\s,，。;；、()（）【】\\[\\]/:：*]{1,20})";
    private static final String HANDS_ON = "(?:正在|已|将|为您|派送|配送|派件|投递|揽收|送达)";
    private static final String ORGANISATION = "(?<!电话|热线|电联|联系|客服|咨询|拨打|致电|手机|号码|专线|公司|网点|驿站|超市|中心|门店|营业部|分部|途中)";
    private static final String LATIN_WORD = "(?!(?i:at|in|on|for|via|the|and|with|to)\\b)\\p{L}[\\p{L}.'’-]*";
    private static final String LATIN_NAME = LATIN_WORD + "(?:\\s+" + LATIN_WORD + "){0,3}";

    private record Rule(Pattern pattern, String replacement) {
        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }

        String on(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("[\\p{Cntrl}\\s]+", " "),
            // e-mail addresses, identity cards, numbers that the carrier masked in part
            new Rule("[\\w.%+-]+@[\\w-]+(?:\\.[\\w-]+)+", MASK),
            new Rule("(?<![0-9A-Za-z])\\d{17}[0-9Xx](?![0-9A-Za-z])", MASK),
            new Rule("\\d{3}\\*{2,}\\d{2,4}", MASK),
            // what opens a locker
            new Rule("([取提][件货]码|自提码|验证码|开[柜箱]码|货架号|密码)([为是]|\\s*[:：])?\\s*[A-Za-z0-9][A-Za-z0-9-]*", "$1$2" + MASK),
            new Rule("凭\\s*[“\"'【\\[]?[A-Za-z0-9][A-Za-z0-9-]{2,}", "凭" + MASK),
            new Rule(
                    "\\b(?i:(code|pin|password))\\b(\\s*(?i:is|[:#])?\\s*)(?=[A-Za-z-]*\\d)[A-Za-z0-9-]{3,}",
                    "$1$2" + MASK),
            // who it is, after the role
            new Rule(
                    "(" + ROLE + "\\s*[:：是为]\\s*)(?!已签收|已经签收|本人签收|本人(?!\\p{IsHan})|凭)" + TOKEN + "(?:、" + TOKEN + ")*",
                    "$1" + MASK),
            new Rule(
                    "(" + ROLE + "\\s*[:：是为]?\\s*[【\\[（(]?\\s*)(?!正在|已|将|电话|手机|会|为您|马上|联系|凭|本人)" + HAN_NAME
                            + "(?=[】\\]）)（(,，。、/:：\\s]|" + HANDS_ON + "|$)",
                    "$1" + MASK),
            // who it is given to, or by whom it goes on
            new Rule("(交给\\s*)" + HAN_NAME + "(?=\\s*[，,（(【\\s])", "$1" + MASK),
            new Rule("((?:由|交给)\\s*)[\\p{IsHan}·]{2,3}(?=" + HANDS_ON + ")", "$1" + MASK),
            // who answers the telephone that is named next
            new Rule(
                    HAN_NAME + ORGANISATION + "(?=\\s*[（(/，,、:：【\\[]\\s*(?:联系)?(?:电话|手机号?|方式|号码)?\\s*[:：]?\\s*(?:"
                            + MOBILE + "|" + NUMBER + "))",
                    MASK),
            new Rule("\\p{IsHan}{1,2}(?=先生|女士|小姐|师傅)", MASK),
            // names in Latin letters
            new Rule(
                    "(?i:(signed(?:\\s+for)?\\s+by|received\\s+by|left\\s+with))(\\s*[:：-]?\\s*)" + LATIN_NAME,
                    "$1$2" + MASK),
            new Rule(
                    "\\b(?i:(signature|signatory|recipient|consignee|courier|driver|contact|name))(\\s*[:：]\\s*)"
                            + LATIN_NAME,
                    "$1$2" + MASK),
            new Rule("\\b(Mr|Mrs|Ms|Miss|Dr)\\.?\\s+\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{Lu}[\\p{L}.'’-]*)?", "$1 " + MASK),
            new Rule(MOBILE, MASK));

    private static final Pattern NUMBERS = Pattern.compile(NUMBER);

    /** At most 500 characters, on one line. */
    public static String mask(String text) {
        var masked = asciiDigits(shortened(text, READ));
        for (var rule : RULES) {
            masked = rule.on(masked);
        }
        return shortened(NUMBERS.matcher(masked).replaceAll(Masking::number).strip(), LONGEST);
    }

    /** Seven digits or more are somebody's number; fewer may be a postcode or a count. */
    private static String number(MatchResult found) {
        return found.group().chars().filter(Character::isDigit).count() < 7
                ? Matcher.quoteReplacement(found.group())
                : MASK;
    }

    private static String asciiDigits(String text) {
        return text.codePoints()
                .map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A number that the cut goes through is left out, because its beginning would look like none. */
    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).replaceFirst("[\\d()+ -]+$", "");
    }

    private Masking() {}
}
