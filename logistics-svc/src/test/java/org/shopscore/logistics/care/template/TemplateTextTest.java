package org.shopscore.logistics.care.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTextTest {

    private static final String SHIPPED = "您的订单{orderId}已发货[，{carrier}运单号{waybill}][，预计{promisedDate}前送达]。";

    private static final ToldOrder WHOLE = new ToldOrder(
            "订单-1",
            Optional.of(new CarrierName("圆通速递", "YTO Express")),
            List.of("YT8000000000001"),
            Optional.of(Instant.parse("2026-03-05T16:30:00Z")),
            Optional.of(Instant.parse("2026-03-04T15:59:00Z")));

    private static final ToldOrder BARE =
            new ToldOrder("订单-1", Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    @Test
    void aTextTellsWhatIsKnownInChinese() {
        assertThat(render(SHIPPED, WHOLE, "zh-CN")).isEqualTo("您的订单订单-1已发货，圆通速递运单号YT8000000000001，预计2026年3月6日前送达。");
    }

    @Test
    void whatStandsInBracketsIsLeftOutWhenOneOfItsPlaceholdersIsNotKnown() {
        assertThat(render(SHIPPED, BARE, "zh-CN")).isEqualTo("您的订单订单-1已发货。");
        var noCarrier = new ToldOrder("o-1", Optional.empty(), List.of("YT1"), Optional.empty(), Optional.empty());
        assertThat(render(SHIPPED, noCarrier, "zh-CN")).isEqualTo("您的订单o-1已发货。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "zh-CN; YT1、YT2和YT3, 2026年3月6日",
                "en; YT1, YT2, and YT3, March 6, 2026",
                "de; YT1, YT2 und YT3, 6. März 2026"
            })
    void datesAndListsAreWrittenAsTheReaderWritesThemAndAtMostThreeParcelsAreNamed(String language, String text) {
        var split = new ToldOrder(
                "o-1", Optional.empty(), List.of("YT1", "YT2", "YT3", "YT4"), WHOLE.promisedAt(), Optional.empty());

        assertThat(render("[{waybill}, {promisedDate}]", split, language)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 圆通速递预计2026年3月4日送达", "zh-TW, 圆通速递预计2026年3月4日送达", "en, 'YTO Express预计March 4, 2026送达'"})
    void theCarrierIsCalledAsTheReaderCallsItAndTheEstimatedDayIsTold(String language, String text) {
        assertThat(render("[{carrier}预计{eta}送达]", WHOLE, language)).isEqualTo(text);
        assertThat(render("好[{carrier}预计{eta}送达]", BARE, language)).isEqualTo("好");
    }

    @Test
    void aCarrierThatNobodyHasRegisteredIsCalledByItsCode() {
        var order = new ToldOrder(
                "o-1", Optional.of(CarrierName.ofCode("zto")), List.of(), Optional.empty(), Optional.empty());
        assertThat(render("[{carrier}]", order, "zh-CN")).isEqualTo("zto");
        assertThat(render("[{carrier}]", order, "en")).isEqualTo("zto");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "您好{buyerName}; {buyerName}",
                "电话{phone}; {orderId}, {carrier}, {waybill}, {promisedDate}, {eta}",
                "运单{waybill}; inside brackets",
                "[[{waybill}]]; inside brackets",
                "[没有占位符]; a placeholder inside",
                "[{waybill}; close",
                "{waybill}]; inside brackets",
                "多了一个]; without an opening one",
                "{orderId; braces",
                "}; braces",
                "' '; say something"
            })
    void aTextThatCannotBeMeantIsRefusedAndToldWhy(String text, String why) {
        assertThatThrownBy(() -> TemplateText.read(text)).hasMessageContaining(why);
    }

    @Test
    void aTextMayHaveFiveHundredCharactersAndNoMore() {
        assertThat(TemplateText.read("货".repeat(500)).longest()).isEqualTo(500);
        assertThatThrownBy(() -> TemplateText.read("货".repeat(501))).hasMessageContaining("had 501");
    }

    @Test
    void aTextThatWouldGrowTooLongWithItsValuesIsRefused() {
        assertThatThrownBy(() -> TemplateText.read("{orderId}".repeat(11))).hasMessageContaining("1100");
    }

    @Test
    void aTextHasNoLineBreaks() {
        assertThatThrownBy(() -> TemplateText.read("第一行\n第二行")).hasMessageContaining("line breaks");
    }

    private static String render(String text, ToldOrder order, String language) {
        return TemplateText.read(text).render(order.in(language));
    }
}
