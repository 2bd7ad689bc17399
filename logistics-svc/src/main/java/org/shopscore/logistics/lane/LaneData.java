package org.shopscore.logistics.lane;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.shopscore.logistics.region.Region;

/** The standards that come with the service. */
final class LaneData {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** @throws IllegalArgumentException when a line makes no sense */
    static List<LaneStandard> standards() {
        var file = LaneData.class.getResourceAsStream("lane-times.csv");
        try (var lines = FORMAT.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.stream().map(LaneData::standard).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LaneStandard standard(CSVRecord line) {
        var lane = new Lane(line.get("carrier"), new Region(line.get("from")), new Region(line.get("to")));
        return new LaneStandard(
                lane,
                Instant.parse(line.get("validFrom")),
                Integer.parseInt(line.get("pickupHours")),
                Integer.parseInt(line.get("transitHours")),
                ServiceLevel.valueOf(line.get("level")),
                price(line));
    }

    private static Optional<Price> price(CSVRecord line) {
        return Optional.of(line.get("priceMinor"))
                .filter(minor -> !minor.isEmpty())
                .map(minor -> new Price(Long.parseLong(minor), line.get("currency")));
    }

    private LaneData() {}
}
