package org.shopscore.logistics.bulk.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {

    private static final Columns COLUMNS = new Columns(List.of("shopId", "orderId"), Set.of(), Set.of());

    private static List<Line> read(byte[] bytes) throws IOException {
        var json = new ObjectMapper()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        var lines = new JsonLines(new ByteArrayInputStream(bytes), json, COLUMNS);
        var all = new ArrayList<Line>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }

    private static List<Line> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachLineIsAnObjectAndEmptyLinesAndAByteOrderMarkArePassedOver() throws IOException {
        var lines = read("\uFEFF{\"orderId\":\"o-1\"}\r\n\r\n  \n{\"orderId\":\"订单\"}");
        assertThat(lines).extracting(Line::number).containsExactly(1L, 4L);
        assertThat(((Line.Read) lines.getLast()).fields().path("orderId").asText())
                .isEqualTo("订单");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"orderId":          | malformed-json
            {"orderId":"o-1"}}   | malformed-json
            {"orderId":1,"orderId":2} | malformed-json
            这不是JSON             | malformed-json
            [1]                  | wrong-type
            null                 | wrong-type
            {"buyer":"张三"}       | unknown-field
            """)
    void aBadLineIsBadAndTheNextOneIsRead(String bad, String code) throws IOException {
        var lines = read(bad + "\n{\"orderId\":\"o-2\"}\n");
        assertThat(((Line.Unreadable) lines.getFirst()).why().code()).isEqualTo(code);
        assertThat(lines.getLast()).isInstanceOf(Line.Read.class);
    }

    @Test
    void bytesOfAnotherCharsetMakeTheirLineBadAndNoOther() throws IOException {
        var lines = read("{\"orderId\":\"已揽收\"}\n{\"orderId\":\"o-2\"}\n".getBytes(Charset.forName("GBK")));
        assertThat(((Line.Unreadable) lines.getFirst()).why().code()).isEqualTo("malformed-json");
        assertThat(lines.getLast()).isInstanceOf(Line.Read.class);
    }

    @Test
    void aLineWithoutAnEndIsRefusedAndTheNextOneIsRead() throws IOException {
        var lines = read("{\"orderId\":\"" + "长".repeat(1_000_000) + "\"}\n{\"orderId\":\"o-2\"}");
        assertThat(((Line.Unreadable) lines.getFirst()).why().code()).isEqualTo("line-too-long");
        assertThat(lines.getLast().number()).isEqualTo(2);
    }
}
