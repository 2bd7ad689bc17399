package org.shopscore.logistics.webhook.vocabulary;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.ScanStatus;

/** What the codes of one provider stand for: a data file with the lines {@code code,status,incident,note}. */
public final class StatusCodes {

    private final Map<String, Meaning> meanings;

    private StatusCodes(Map<String, Meaning> meanings) {
        this.meanings = meanings;
    }

    /** @throws IllegalStateException when the file is missing, or a line of it makes no sense */
    public static StatusCodes of(String provider) {
        return new StatusCodes(DataFile.of("codes/" + provider + ".csv", 4)
                .collect(Collectors.toMap(line -> line[0], StatusCodes::meaning)));
    }

    /** Of a provider that has no codes of its own. */
    public static StatusCodes none() {
        return new StatusCodes(Map.of());
    }

    /** Of the most exact code that is known. */
    public Optional<Meaning> find(Code code) {
        return Stream.of(Optional.of(code.text()), Optional.of(code.raw()), code.broader())
                .flatMap(Optional::stream)
                .filter(meanings::containsKey)
                .map(meanings::get)
                .findFirst();
    }

    /** Whether the code, refined or not, has a line of its own. */
    public boolean explains(Code code) {
        return meanings.containsKey(code.text()) || meanings.containsKey(code.raw());
    }

    private static Meaning meaning(String[] line) {
        var incident = line[2].isEmpty() ? Optional.<Incident>empty() : Optional.of(Incident.valueOf(line[2]));
        return new Meaning(ScanStatus.valueOf(line[1]), incident);
    }
}
