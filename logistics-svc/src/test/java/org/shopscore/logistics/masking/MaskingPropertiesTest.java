package org.shopscore.logistics.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingPropertiesTest {

    private static final long SEED = 20260301;

    private static final List<String> ROLES = words("""
            签收人 收件人 收货人 取件人 派件人 派件人员 寄件人 代收人 派送员 派件员 配送员 投递员 送货员 揽收员 揽件员 取件员 收件员
            快递员 外卖员 快递小哥 小哥 骑手 业务员 司机
            """);
    private static final List<String> SURNAMES = words("""
            王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 邓 冯 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程
            魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪 廖 石 金 韦 贾 夏 付 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 黎 史 陶 贺 毛 郝 顾 龚
            邵 万 覃 武 钱 戴 严 莫 孔 向 常 温 欧阳 上官 司马 诸葛 皇甫 慕容 令狐
            """);
    private static final List<String> GIVEN = words("""
            伟 芳 娜 敏 静 强 磊 军 洋 勇 艳 杰 涛 超 霞 平 刚 桂英 秀英 秀兰 丽娟 建国 建军 志强 海燕 小明 小红 三丰 子涵 浩然 雨桐 欣怡 梓萱 一诺
            俊杰 国庆 天佑 宇航 思远 博文 德华 学友 婷婷 丹丹 凤霞 玉兰 永强 文斌
            """);
    private static final List<String> OPINIONS = words("""
            态度很差 态度恶劣，还骂人 态度非常好 服务周到 速度太慢 很热情 太慢了 不上门 不打电话就放驿站 没送到家 非常负责 真的很好 好评 差评！ 准时送达 及时
            礼貌耐心 马上就到 热情，辛苦了 一直不接电话 从来不上门 连门都不敲 乱扔包裹 骂人 迟到两个小时 敷衍 素质低 脾气大 扔在楼下就走 偷偷签收 打人 冷冰冰的
            应该表扬 包裹丢了 时间观念差 水平差 通知不及时 方便得很 高傲 给力 很差， 要加钱 是个好人 为人热情 全程没说一句话 安全意识强 经常迟到 都没来 于昨天才来
            """);

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String telephone(Random random) {
        String digits = "1" + (3 + random.nextInt(7)) + "%09d".formatted(random.nextInt(1_000_000_000));
        String a = digits.substring(0, 3);
        String b = digits.substring(3, 7);
        String c = digits.substring(7);
        return switch (random.nextInt(8)) {
            case 0 -> a + "-" + b + "-" + c;
            case 1 -> a + " " + b + " " + c;
            case 2 -> "+86" + digits;
            case 3 -> "0" + (10 + random.nextInt(20)) + "-" + digits.substring(0, 8);
            case 4 -> "(0" + (100 + random.nextInt(900)) + ")" + digits.substring(0, 7);
            case 5 -> "400-" + digits.substring(0, 3) + "-" + c;
            case 6 ->
                digits.codePoints()
                        .mapToObj(c2 -> Character.toString(c2 - '0' + '０'))
                        .reduce("", String::concat);
            default -> digits;
        };
    }

    /** The texts of recorded parcels, somebody in them as 某某 and 10000000001. */
    private static List<String> recorded() {
        try (var file = MaskingPropertiesTest.class.getResourceAsStream("/masking/texts.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(0, line.indexOf('|')))
                    .filter(text -> text.contains("某某") || text.contains("1000000000"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoeverIsInARecordedTextAndWhateverTheirNumberNeitherGetsThrough() {
        var random = new Random(SEED);
        var recorded = recorded();
        assertThat(recorded).hasSizeGreaterThan(10);
        for (int run = 0; run < 20_000; run++) {
            String name = any(SURNAMES, random) + any(GIVEN, random);
            String number = telephone(random);
            String text = any(recorded, random).replace("某某", name).replaceAll("1000000000\\d", number);
            assertThat(Masking.mask(text)).as(text).doesNotContain(name, number).doesNotContainPattern("\\d{7}");
        }
    }

    @Test
    void aNameAfterARoleIsMaskedWhateverIsSaidOfItsBearerAndWhatIsSaidIsKept() {
        var random = new Random(SEED);
        for (int run = 0; run < 50_000; run++) {
            String given = any(GIVEN, random);
            String name = any(SURNAMES, random) + given;
            String opinion = any(OPINIONS, random);
            String between = any(List.of("", "", "，", "正在派送，", "。", "师傅"), random);
            String text =
                    any(ROLES, random) + any(List.of("", "：", ": ", "是", " ", "【"), random) + name + between + opinion;
            String masked = Masking.mask(text);
            assertThat(masked).as(text).doesNotContain(name).endsWith(opinion.substring(opinion.length() - 1));
            if (given.length() == 2) {
                assertThat(masked).as(text).doesNotContain(given);
            }
        }
    }

    static Stream<String> opinions() {
        return ROLES.stream().flatMap(role -> OPINIONS.stream().map(opinion -> role + opinion));
    }

    @ParameterizedTest
    @MethodSource("opinions")
    void whatIsSaidOfSomebodyWithoutANameStaysAsItIs(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
        assertThat(Masking.mask("包裹到了，" + text + "，电话13800138000打不通")).isEqualTo("包裹到了，" + text + "，电话***打不通");
    }

    @Test
    void aTelephoneNumberIsMaskedWhereverItStands() {
        var random = new Random(SEED);
        for (int run = 0; run < 20_000; run++) {
            String number = telephone(random);
            String text = any(OPINIONS, random)
                    + any(List.of("", "，", "电话", "Tel:", "(", "、"), random)
                    + number
                    + any(List.of("", "，", ")", "打不通", " "), random)
                    + any(OPINIONS, random);
            assertThat(Masking.mask(text)).as(text).doesNotContain(number).doesNotContainPattern("\\d{7}");
        }
    }

    @Test
    void whatIsMaskedOnceStaysAsItIs() {
        var random = new Random(SEED);
        IntStream.range(0, 10_000)
                .mapToObj(_ -> any(ROLES, random) + any(SURNAMES, random) + any(GIVEN, random) + any(OPINIONS, random))
                .map(Masking::mask)
                .forEach(masked -> assertThat(Masking.mask(masked)).isEqualTo(masked));
    }
}
