package org.shopscore.logistics.masking;

import java.util.List;
import java.util.function.Predicate;

/** Where names stand: after a role, beside a telephone number, before a title. */
final class Names {

    private static final Predicate<String> HAS_ROLE = Trigger.any("人", "员", "小哥", "骑手", "司机");
    private static final Predicate<String> HAS_TITLE = Trigger.any("先生", "女士", "小姐", "师傅");

    private static final String ROLE =
            "(?=" + Characters.anyOf("签收取派寄发代经操联配投送揽快外小骑业司") + ")(?:(?:签收|收件|收货|取件|派件|寄件|发件|代收|代签|经手|操作|联系)人员?"
                    + "|(?:派送|派件|配送|投递|送货|揽收|揽件|取件|收件|快递|外卖)员|(?:快递|派件|派送|配送)?小哥|骑手|业务员|司机)";
    private static final String HAN = "[一-鿿\\p{IsHan}·]";
    private static final String TOKEN =
            "(?:\\p{IsHan}\\s\\p{IsHan}{1,2}(?!\\p{IsHan})|[^\\s,，。;；、()（）【】\\[\\]/:：*]{1,20})";
    private static final String HANDS_ON = "(?:正在|已|将|为您|派送|配送|派件|投递|揽收|送达)";
    private static final String TITLE = "(?:先生|女士|小姐|师傅)";
    private static final String END = "(?=[】\\]）)（(,，。、/:：；;！!？?\\s]|" + HANDS_ON + "|$)";
    private static final String A_NAME =
            "(?:(?=" + Surnames.DOUBLE + ")|(?!" + TITLE + "|联系|" + PlainWords.START + "))";
    private static final String ORGANISATION = "(?<!电话|热线|电联|联系|客服|咨询|拨打|致电|手机|号码|专线|公司|网点|驿站|超市|中心|门店|营业部|分部|途中)";
    private static final String LATIN_WORD = "(?!(?i:at|in|on|for|via|the|and|with|to)\\b)\\p{L}[\\p{L}.'’-]*";
    private static final String LATIN_NAME = LATIN_WORD + "(?:\\s+" + LATIN_WORD + "){0,3}";

    private static final String GOES_ON = "(?=" + TITLE + "|" + PlainWords.START + ")";
    private static final String FAR_ON = "(?=" + TITLE + "|" + PlainWords.WORD + "|" + PlainWords.START + HAN + ")";
    private static final String BY_SOUND =
            HAN + "{1,8}·" + HAN + "{1,8}?(?:" + END + "|" + GOES_ON + ")|" + HAN + "{1,8}·" + HAN + "{1,8}";
    private static final String FAMILIAR = "[小老阿大]" + Surnames.ANY + HAN + "??(?:" + END + "|" + GOES_ON + ")";
    private static final String SURNAMED = Surnames.ANY + HAN + "{1,2}";

    /** A name where nothing says that one comes: up to a word that goes on, or else as long as names are. */
    private static final String UNANNOUNCED = "(?:" + BY_SOUND + "|" + FAMILIAR + "|" + A_NAME + "(?:"
            + String.join("|", SURNAMED + "?" + END, SURNAMED + GOES_ON, HAN + "{2,4}" + END, SURNAMED) + "))";

    private static final String TELEPHONE = "\\s*(?:联系)?(?:电话|手机号?|方式|号码)?\\s*[:：]?\\s*" + Numbers.TELEPHONE;

    static final List<Rule> RULES = List.of(
            Rule.after(
                    HAS_ROLE,
                    ROLE + "\\s*[:：]\\s*",
                    "(?!已签收|已经签收|本人签收|本人(?!\\p{IsHan})|凭|" + PlainWords.WORD + ")(?:" + SURNAMED + FAR_ON + "|" + TOKEN
                            + "(?:、" + TOKEN + ")*)"),
            Rule.after(
                    HAS_ROLE,
                    ROLE + "\\s*(?:是|为(?!人))\\s*",
                    "(?!本人(?!\\p{IsHan})|" + PlainWords.START + ")(?:" + SURNAMED + FAR_ON + "|" + TOKEN + "(?:、"
                            + TOKEN + ")*)"),
            Rule.after(HAS_ROLE, ROLE + "\\s*(?:[:：是]|为(?!人))?\\s*[【\\[（(]?\\s*", UNANNOUNCED),
            Rule.after(
                    Trigger.any("交给"),
                    "交给\\s*",
                    A_NAME + "(?!" + PlainWords.SOMEBODY + ")" + HAN + "{2,4}(?=\\s*[，,（(【\\s])"),
            Rule.after(Trigger.any("由", "交给"), "(?:由|交给)\\s*", A_NAME + HAN + "{2,3}(?=" + HANDS_ON + ")"),
            // who answers the telephone that is named next
            new Rule(
                    Trigger.DIGIT,
                    beforeOneOf("（(/、:：【\\[") + "(?:" + SURNAMED + "|(?!" + HAN + "{0,3}" + PlainWords.OPINION + ")"
                            + HAN + "{2,4})" + ORGANISATION + "(?=\\s*[（(/、:：【\\[]" + TELEPHONE + ")",
                    Rule.MASK),
            new Rule(
                    Trigger.DIGIT,
                    beforeOneOf("，,") + "(?:(?<!" + HAN + ")|(?<=[的由叫找是给员人]))(?!" + PlainWords.WORD + ")" + SURNAMED
                            + ORGANISATION + "(?=\\s*[，,]" + TELEPHONE + ")",
                    Rule.MASK),
            new Rule(
                    HAS_TITLE,
                    "(?<![感谢])(?!" + PlainWords.WORD + ")" + Surnames.ANY + HAN + "{0,2}(?=" + TITLE + ")",
                    Rule.MASK),
            new Rule(HAS_TITLE, "\\p{IsHan}(?<!" + PlainWords.BEFORE_A_TITLE + ")(?=" + TITLE + ")", Rule.MASK),
            // names in Latin letters
            Rule.after(
                    Trigger.LATIN,
                    "(?i:signed(?:\\s+for)?\\s+by|received\\s+by|left\\s+with)\\s*[:：-]?\\s*",
                    LATIN_NAME),
            Rule.after(
                    Trigger.LATIN,
                    "\\b(?i:signature|signatory|recipient|consignee|courier|driver|contact|name)\\s*[:：]\\s*",
                    LATIN_NAME),
            new Rule(
                    Trigger.LATIN,
                    "\\b(Mr|Mrs|Ms|Miss|Dr)\\.?\\s+\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{Lu}[\\p{L}.'’-]*)?",
                    "$1 " + Rule.MASK));

    /** What a name before one of these looks like from afar: seeing first that it can be none saves most of the search. */
    private static String beforeOneOf(String characters) {
        return "(?=[^\\x00-\\x7f" + characters + "]{2,4}\\s*[" + characters + "])";
    }

    private Names() {}
}
