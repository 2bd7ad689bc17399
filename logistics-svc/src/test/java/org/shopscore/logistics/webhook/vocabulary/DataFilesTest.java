package org.shopscore.logistics.webhook.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.ScanStatus;

/** Each line of a data file stands in the expectations with the same meaning, and each expectation stands in the files. */
class DataFilesTest {

    private static final List<String> CODED = List.of(
            "kuaidi100",
            "kdniao",
            "aftership",
            "17track",
            "sf",
            "zto",
            "lasership",
            "prestige",
            "a1",
            "stamps",
            "ups",
            "usps",
            "fedex",
            "dhl",
            "canadapost");
    private static final List<String> OF_MANY_CARRIERS = List.of("kuaidi100", "kdniao", "aftership", "17track");

    private static final Map<String, Meaning> CODES = Expectations.lines("codes.txt").stream()
            .map(line -> line.split(" ", -1))
            .flatMap(words ->
                    Arrays.stream(words).skip(2).map(code -> Map.entry(words[0] + ":" + code, meaning(words[1]))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, String> CARRIERS = Expectations.lines("carriers.txt").stream()
            .map(line -> line.split(" ", -1))
            .flatMap(words -> Arrays.stream(words).skip(1).map(theirs -> Map.entry(theirs, words[0])))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Meaning meaning(String word) {
        var parts = word.split("\\+", 2);
        return new Meaning(
                ScanStatus.valueOf(parts[0]),
                parts.length == 1 ? Optional.empty() : Optional.of(Incident.valueOf(parts[1])));
    }

    static Stream<Arguments> linesOfCodes() {
        return CODED.stream()
                .flatMap(provider -> DataFile.of("codes/" + provider + ".csv", 4)
                        .map(line -> arguments(provider, line[0], line[1], line[2])));
    }

    @ParameterizedTest
    @MethodSource("linesOfCodes")
    void aLineOfCodesMeansWhatIsExpected(String provider, String code, String status, String incident) {
        var expected = CODES.get(provider + ":" + code);
        assertThat(expected).as("an expectation of its own").isNotNull();
        assertThat(ScanStatus.valueOf(status)).isEqualTo(expected.status());
        assertThat(incident).isEqualTo(expected.incident().map(Incident::name).orElse(""));
    }

    static Stream<Arguments> expectedCodes() {
        return CODES.entrySet().stream().map(entry -> {
            var parts = entry.getKey().split(":", 2);
            return arguments(parts[0], parts[1], entry.getValue());
        });
    }

    @ParameterizedTest
    @MethodSource("expectedCodes")
    void anExpectedCodeIsFoundAndMeansThat(String provider, String code, Meaning expected) {
        assertThat(StatusCodes.of(provider).find(Code.of(code))).contains(expected);
    }

    static Stream<Arguments> linesOfCarriers() {
        return OF_MANY_CARRIERS.stream()
                .flatMap(provider -> DataFile.of("carriers/" + provider + ".csv", 3)
                        .map(line -> arguments(provider, line[0], line[1])));
    }

    @ParameterizedTest
    @MethodSource("linesOfCarriers")
    void aLineOfCarriersNamesTheExpectedOne(String provider, String theirs, String ours) {
        assertThat(ours).isEqualTo(CARRIERS.get(provider + ":" + theirs));
    }

    static Stream<Arguments> expectedCarriers() {
        return CARRIERS.entrySet().stream().map(entry -> {
            var parts = entry.getKey().split(":", 2);
            return arguments(parts[0], parts[1], entry.getValue());
        });
    }

    @ParameterizedTest
    @MethodSource("expectedCarriers")
    void anExpectedCarrierIsKnown(String provider, String theirs, String ours) {
        var carriers = CarrierCodes.of(provider);
        assertThat(carriers.knows(theirs)).isTrue();
        assertThat(carriers.ours(theirs)).isEqualTo(ours);
    }
}
