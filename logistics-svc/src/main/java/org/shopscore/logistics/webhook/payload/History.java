package org.shopscore.logistics.webhook.payload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.logistics.webhook.vocabulary.CarrierCodes;
import org.shopscore.logistics.webhook.vocabulary.Code;
import org.shopscore.logistics.webhook.vocabulary.Meaning;
import org.shopscore.logistics.webhook.vocabulary.StatusCodes;

/** Collects what a document tells of one waybill, newest line first or last. */
public final class History {

    private static final Pattern WAYBILL = Pattern.compile("[A-Za-z0-9-]{4,40}");

    private record Line(Instant at, Code code, Optional<Meaning> meaning, String text, Optional<Region> region) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final StatusCodes codes;
    private Code overall = Code.none();
    private int undated;

    public History(StatusCodes codes) {
        this.codes = codes;
    }

    /** Of a provider that has no codes of its own. */
    public static History inTheSuitesWords() {
        return new History(StatusCodes.none());
    }

    /** A line of the history; the text may hold personal data. */
    public History line(Optional<Instant> at, Code code, String text) {
        return line(at, code, text, Optional.empty());
    }

    public History line(Optional<Instant> at, Code code, String text, Optional<Region> region) {
        if (!code.isMissing() && !codes.explains(code)) {
            unknown.add(code.text());
        }
        return add(at, code, codes.find(code), text, region);
    }

    /** A line whose meaning needs no data file; a line without one is counted as an unknown code. */
    public History told(
            Optional<Instant> at, Optional<Meaning> meaning, String code, String text, Optional<Region> region) {
        if (meaning.isEmpty()) {
            unknown.add(code);
        }
        return add(at, Code.of(code), meaning, text, region);
    }

    /** The parcel's state as a whole: it speaks for the latest line, if that has no code that is known. */
    public History overall(Code state) {
        overall = state;
        return this;
    }

    /** Of a provider that tells of many carriers. */
    public Reading of(CarrierCodes carriers, String carrier, String waybill, String provider) {
        var unknownCarriers = carriers.knows(carrier) ? List.<String>of() : List.of(carrier);
        return reading(carriers.ours(carrier), waybill, provider, unknownCarriers);
    }

    /** Of a carrier by the suite's own code. */
    public Reading of(String carrier, String waybill, String provider) {
        return reading(carrier, waybill, provider, List.of());
    }

    private History add(
            Optional<Instant> at, Code code, Optional<Meaning> meaning, String text, Optional<Region> region) {
        at.ifPresentOrElse(
                time -> lines.add(new Line(time, code, meaning, Masking.mask(text), region)), () -> undated++);
        return this;
    }

    private Reading reading(String carrier, String waybill, String provider, List<String> unknownCarriers) {
        if (!WAYBILL.matcher(waybill).matches()) {
            return Reading.refused("a waybill number must be 4 to 40 letters, digits or -, and one was not");
        }
        var latest = latest();
        boolean isSpokenFor = latest != null && latest.meaning.isEmpty() && !overall.isMissing();
        var scans = lines.stream()
                .map(line -> isSpokenFor && line.equals(latest) ? spokenFor(line) : scan(line))
                .toList();
        var update = new TrackingUpdate(carrier, waybill, provider, scans);
        return Reading.of(update, isSpokenFor ? withOverall() : unknown, unknownCarriers, undated);
    }

    /** Of two lines at the same instant the one that stands further to the newest end. */
    private Line latest() {
        boolean newestFirst = !lines.isEmpty() && lines.getFirst().at.isAfter(lines.getLast().at);
        var oldestFirst = newestFirst ? lines.reversed() : lines;
        return oldestFirst.stream()
                .reduce((one, next) -> Comparator.comparing(Line::at).compare(one, next) > 0 ? one : next)
                .orElse(null);
    }

    private List<String> withOverall() {
        var all = new ArrayList<>(unknown);
        if (!codes.explains(overall)) {
            all.add(overall.text());
        }
        return all;
    }

    private Scan spokenFor(Line line) {
        var code = line.code.isMissing() ? overall : line.code;
        return scan(new Line(line.at, code, codes.find(overall), line.text, line.region));
    }

    private static Scan scan(Line line) {
        var meaning = line.meaning.orElse(Meaning.UNKNOWN);
        return new Scan(line.at, meaning.status(), meaning.incident(), line.code.text(), line.text, line.region);
    }
}
