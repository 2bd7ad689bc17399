package org.shopscore.logistics.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTest {

    private static final int TEXTS = 30_000;
    private static final int MOST_PIECES = 8;

    private static final List<String> PIECES = List.of(
            "取件人 签收人员 快递员 小哥 骑手 司机 联系人 王 李小明 欧阳 张三丰 某某 先生 女士 师傅 态度很差 已签收 交给 由 为 是 派送 凭 取件码 提货码 货架号 密码 微信号 qq wechat VX: code PIN is name: Courier signed by received left with Mr Mrs. Smith Élodie 13800138000 1380013 400-800-1234 +86 021- 371 ** **** 1001 310101199001011234 8-2-3001 A12 a.b@example.cn @ ： : ， , （ ( ） ) 【 】 、 。 / · 电话 手机 联系电话"
                    .split(" "));

    static Stream<Rule> rules() {
        return Stream.of(Numbers.RULES, Names.RULES).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aTextThatARulePassesOverHasNothingForIt(Rule rule) {
        var random = new Random(20261128);
        for (int run = 0; run < TEXTS; run++) {
            String text = text(random);
            if (!rule.trigger().test(text)) {
                assertThat(rule.pattern().matcher(text).find()).as(text).isFalse();
            }
        }
    }

    /** Otherwise the test above would say nothing. */
    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleFindsSomethingInSomeOfTheTexts(Rule rule) {
        var random = new Random(20261128);
        assertThat(IntStream.range(0, TEXTS)
                        .mapToObj(_ -> text(random))
                        .filter(text -> !rule.on(text).equals(text))
                        .limit(3))
                .hasSize(3);
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(MOST_PIECES))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())) + (random.nextInt(4) == 0 ? " " : ""))
                .collect(Collectors.joining());
    }
}
