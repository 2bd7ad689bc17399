package org.shopscore.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();

    @Test
    void aBrokenLineIsNamedByFileLineAndReasonAndTheOthersAreRead() throws IOException {
        var file = write("城市,stars\n杭州,5\n上海,five\n北京\n\"广州, 天河\",3\n");

        var rows = new CsvFile(file, "城市", "stars").read(line -> line.text("城市") + line.whole("stars"), faults::add);

        assertThat(rows).containsExactly("杭州5", "广州, 天河3");
        assertThat(faults)
                .containsExactly(
                        file + ":3: stars must be a whole number, was five", file + ":4: has 1 fields instead of 2");
    }

    @Test
    void aMissingColumnIsAFaultOfTheFirstLine() throws IOException {
        var file = write("a,b\n1,2\n");
        assertThat(new CsvFile(file, "a", "c").read(line -> line.text("a"), faults::add))
                .isEmpty();
        assertThat(faults).containsExactly(file + ":1: the column c is missing");
    }

    @Test
    void aQuoteThatNeverEndsIsAFaultAndNotAStackTrace() throws IOException {
        var file = write("a,b\n1,\"2\n");
        new CsvFile(file, "a").read(line -> line.text("a"), faults::add);
        assertThat(faults).singleElement().asString().startsWith(file + ": cannot be read as CSV: ");
    }

    @Test
    void aDayThatDoesNotExistIsAFault() throws IOException {
        var file = write("at\n2018-02-30 10:00:00\n");
        new CsvFile(file, "at").read(line -> line.wallClock("at"), faults::add);
        assertThat(faults).containsExactly(file + ":2: at must look like 2018-03-01 09:30:00, was 2018-02-30 10:00:00");
    }

    @Test
    void aGzippedFileIsFoundAndReadLikeAPlainOne() throws IOException {
        var packed = folder.resolve("orders.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("a\n重庆\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(new CsvFile(CsvFile.in(folder, "orders"), "a").read(line -> line.text("a"), faults::add))
                .containsExactly("重庆");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }
}
