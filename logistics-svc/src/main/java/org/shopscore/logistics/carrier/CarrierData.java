package org.shopscore.logistics.carrier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.shopscore.logistics.lane.ServiceLevel;
import org.shopscore.logistics.region.Region;

/** The carriers that come with the service. */
final class CarrierData {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** @throws IllegalArgumentException when a line makes no sense */
    static List<Carrier> carriers() {
        var file = CarrierData.class.getResourceAsStream("carriers.csv");
        try (var lines = FORMAT.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.stream().map(CarrierData::carrier).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Carrier carrier(CSVRecord line) {
        return new Carrier(
                line.get("code"),
                line.get("nameZh"),
                line.get("nameEn"),
                words(line.get("coverage"), Region::new),
                words(line.get("levels"), ServiceLevel::valueOf),
                Optional.empty());
    }

    private static <T> Set<T> words(String text, Function<String, T> of) {
        return Arrays.stream(text.split(" ")).map(of).collect(Collectors.toSet());
    }

    private CarrierData() {}
}
