package org.shopscore.logistics.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;

/** Payloads of real parcels read into the histories that were written down apart from the adapters. */
class RecordedPayloadsTest {

    private static final Pattern TELEPHONE = Pattern.compile("\\d{11}");

    static Stream<Expected> recorded() {
        return Expected.recorded().stream();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void aRecordedPayloadReadsIntoTheExpectedHistory(Expected expected) throws IOException {
        assertThat(read(expected)).isEqualTo(expected);
    }

    @Test
    void noRecordedPayloadIsLeftOut() throws IOException {
        var folder = RecordedPayloads.folder();
        try (var files = Files.walk(folder)) {
            var payloads = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.contains("/") && !name.endsWith("_state_codes.json"));
            assertThat(Expected.recorded())
                    .extracting(Expected::file)
                    .containsExactlyInAnyOrderElementsOf(payloads.toList());
        }
    }

    @Test
    void noRecordedPayloadKeepsATelephoneNumberOrHasACodeThatIsUnknown() throws IOException {
        for (var expected : Expected.recorded()) {
            var reading = reading(expected);
            assertThat(reading.unknownCodes()).as(expected.file()).isEmpty();
            assertThat(reading.unknownCarriers()).as(expected.file()).isEmpty();
            assertThat(reading.updates())
                    .flatExtracting(update -> update.scans())
                    .extracting(scan -> scan.text())
                    .noneMatch(text -> TELEPHONE.matcher(text).find());
        }
    }

    private static Expected read(Expected expected) throws IOException {
        return Expected.of(expected.file(), expected.provider(), reading(expected));
    }

    /** What cannot be read at all is compared by its reason, up to the column. */
    private static Reading reading(Expected expected) throws IOException {
        Path file = RecordedPayloads.folder().resolve(expected.file());
        var document = Document.of(Files.readAllBytes(file)).askedFor(waybill(expected));
        try {
            return AllAdapters.of(expected.provider()).read(document);
        } catch (Unreadable e) {
            return Reading.refused(e.getMessage().replaceFirst(", column \\d+$", ""));
        }
    }

    private static Optional<String> waybill(Expected expected) {
        return expected.histories().stream()
                .map(List::getFirst)
                .map(carrierAndNumber -> carrierAndNumber.replaceFirst(".* ", ""))
                .findFirst();
    }
}
