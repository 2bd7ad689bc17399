package org.shopscore.logistics.bulk.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.problem.FieldError;
import org.shopscore.problem.Refused;

class CsvLinesTest {

    private static final Columns COLUMNS =
            new Columns(List.of("shopId", "orderId", "text", "flags"), Set.of("shopId", "orderId"), Set.of("flags"));

    private static List<Line> read(byte[] bytes, Charset charset, Columns columns) {
        try {
            var lines = CsvLines.of(new ByteArrayInputStream(bytes), charset, columns);
            var all = new ArrayList<Line>();
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                all.add(line.get());
            }
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Line> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, COLUMNS);
    }

    private static String json(Line line) {
        return ((Line.Read) line).fields().toString();
    }

    private static Line.Unreadable unreadable(Line line) {
        return (Line.Unreadable) line;
    }

    private static String code(String text) {
        try {
            read(text);
            return "taken";
        } catch (Refused refused) {
            return refused.code();
        }
    }

    @Test
    void theFieldsOfALineHaveTheNamesOfTheirColumnsInWhateverOrderAndEmptyOnesAreAbsent() {
        assertThat(json(read("text,orderId,shopId\n,o-1,s-1\n").getFirst()))
                .isEqualTo("{\"orderId\":\"o-1\",\"shopId\":\"s-1\"}");
    }

    @Test
    void aCellOfSeveralValuesIsAList() {
        assertThat(json(read("shopId,orderId,flags\ns-1,o-1,GIFT  SAMPLE\n").getFirst()))
                .contains("\"flags\":[\"GIFT\",\"SAMPLE\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void quotedLineBreaksQuotesAndCommasBelongToTheCellAndLinesKeepTheirNumbers(String end) {
        var lines = read(String.join(end, "shopId,orderId,text", "s-1,o-1,\"他说\"\"好\"\",", "谢谢\"", "s-1,o-2,短", ""));
        assertThat(lines).extracting(Line::number).containsExactly(2L, 4L);
        assertThat(((Line.Read) lines.getFirst()).fields().path("text").asText())
                .isEqualTo("他说\"好\"," + end + "谢谢");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(read("\uFEFFshopId,orderId\ns-1,o-1\n")).hasSize(1);
    }

    @Test
    void aFileIsReadInTheCharsetThatItIsSaidToHave() {
        var gbk = Charset.forName("GBK");
        var lines = read("shopId,orderId,text\ns-1,o-1,已揽收\n".getBytes(gbk), gbk, COLUMNS);
        assertThat(json(lines.getFirst())).contains("已揽收");
    }

    @Test
    void bytesThatAreNoTextMakeTheirLineBadAndNoOther() {
        var bytes = "shopId,orderId,text\ns-1,o-1,已揽收\ns-1,o-2,ok\n".getBytes(Charset.forName("GBK"));
        var lines = read(bytes, StandardCharsets.UTF_8, COLUMNS);
        assertThat(unreadable(lines.getFirst()).why().code()).isEqualTo("undecodable-text");
        assertThat(unreadable(lines.getFirst()).why().errors())
                .extracting(FieldError::field)
                .containsExactly("text");
        assertThat(json(lines.get(1))).contains("o-2");
    }

    @Test
    void aLineWithTooFewOrTooManyFieldsIsBadAndNoOther() {
        var lines = read("shopId,orderId\ns-1\ns-1,o-1,more\ns-1,o-1\n");
        assertThat(unreadable(lines.getFirst()).why().detail()).contains("must have 2 fields");
        assertThat(unreadable(lines.get(1)).why().errors().getFirst().given()).isEqualTo("3");
        assertThat(json(lines.get(2))).contains("o-1");
    }

    @Test
    void anUnknownColumnIsRefusedWithItsNameAndTheKnownOnes() {
        assertThatThrownBy(() -> read("shopId,orderId,收件人\n"))
                .isInstanceOf(Refused.class)
                .hasMessage("收件人: is not one of the columns: shopId, orderId, text, flags");
    }

    @Test
    void eachMissingColumnIsNamed() {
        assertThatThrownBy(() -> read("text\n"))
                .isInstanceOf(Refused.class)
                .hasMessage("shopId, orderId: must be a column");
        assertThat(code("")).isEqualTo("missing-column");
    }

    @Test
    void aColumnThatIsGivenForAllLinesMayBeMissing() {
        var lines = read(
                "orderId\no-1\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, COLUMNS.given("shopId"));
        assertThat(lines).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopId,shopId,orderId\n", "shopId,,orderId\n", "shopId,orderId\ns-1,\"o-1\"x\n"})
    void whatCannotBeToldApartIsMalformed(String text) {
        assertThat(code(text)).isEqualTo("malformed-csv");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheReadingWithTheLineWhereItBegan() {
        var text = "shopId,orderId\ns-1,o-1\ns-1,\"o-2\n" + "s-1,o-3\n".repeat(100_000);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("from line 3 on")
                .hasMessageContaining("at most 65536 characters");
    }

    @Test
    void aManyMegabyteFileOfShortLinesIsReadToItsEnd() {
        assertThat(read("shopId,orderId\n" + "s-1,o-3\n".repeat(300_000))).hasSize(300_000);
    }

    @Test
    void anApostropheThatDisarmedAFormulaIsTakenAway() {
        assertThat(json(read("shopId,orderId,text\ns-1,o-1,'=1+1\n").getFirst()))
                .contains("\"text\":\"=1+1\"");
    }
}
