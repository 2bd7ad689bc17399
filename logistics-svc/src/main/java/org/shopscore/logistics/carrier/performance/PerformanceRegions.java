package org.shopscore.logistics.carrier.performance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.shopscore.logistics.region.Region;

/**
 * Between which regions performance is kept: a data file, province by province as it comes. After a change of it every parcel is
 * to be counted again ({@code POST /ops/carriers/recount}).
 */
public final class PerformanceRegions {

    /** A region by its names. */
    public record Named(Region region, String zh, String en) {}

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final int COUNTRY = 2;
    private static final Map<Region, Named> ALL = read();

    /** The region of the file that the given one lies in, the smallest of several; its country when the file has none. */
    public static Region of(Region region) {
        String code = region.code();
        for (int end = code.length(); end > COUNTRY + 1; end--) {
            var wider = new Region(code.substring(0, end));
            if (ALL.containsKey(wider)) {
                return wider;
            }
        }
        return new Region(code.substring(0, COUNTRY));
    }

    /** Its names; its code for both when the file has none. */
    public static Named named(Region region) {
        return ALL.getOrDefault(region, new Named(region, region.code(), region.code()));
    }

    private static Map<Region, Named> read() {
        var file = PerformanceRegions.class.getResourceAsStream("performance-regions.csv");
        try (var lines = FORMAT.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.stream()
                    .map(PerformanceRegions::named)
                    .collect(Collectors.toUnmodifiableMap(Named::region, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Named named(CSVRecord line) {
        return new Named(new Region(line.get("region")), line.get("zh"), line.get("en"));
    }

    private PerformanceRegions() {}
}
