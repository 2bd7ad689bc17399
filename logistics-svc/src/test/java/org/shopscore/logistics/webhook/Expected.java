package org.shopscore.logistics.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.logistics.webhook.payload.Reading;

/**
 * What a recorded file is expected to tell, as facts: {@code = file provider carrier waybill} begins a history, a time with a
 * status is a line of it, {@code !} gives an error and {@code ?} a line without a time.
 *
 * @param histories {@code carrier waybill}, then its lines
 */
record Expected(String file, String provider, List<List<String>> histories, List<String> errors, int undated) {

    static List<Expected> recorded() {
        var all = new ArrayList<Expected>();
        for (var line : lines()) {
            if (line.startsWith("= ")) {
                begin(all, line.split(" ", 5));
            } else {
                all.set(all.size() - 1, all.getLast().with(line));
            }
        }
        return all;
    }

    static Expected of(String file, String provider, Reading reading) {
        return new Expected(
                file,
                provider,
                reading.updates().stream().map(Expected::history).toList(),
                reading.refusals(),
                reading.undated());
    }

    private static void begin(List<Expected> all, String[] words) {
        if (all.isEmpty() || !all.getLast().file.equals(words[1])) {
            all.add(new Expected(words[1], words[2], List.of(), List.of(), 0));
        }
        if (!words[3].equals("-")) {
            var last = all.removeLast();
            all.add(last.withHistories(plus(last.histories, List.of(words[3] + " " + words[4]))));
        }
    }

    private Expected with(String line) {
        return switch (line.charAt(0)) {
            case '!' -> new Expected(file, provider, histories, plus(errors, line.substring(2)), undated);
            case '?' -> new Expected(file, provider, histories, errors, undated + 1);
            default -> withHistories(plus(histories.subList(0, histories.size() - 1), plus(histories.getLast(), line)));
        };
    }

    private Expected withHistories(List<List<String>> now) {
        return new Expected(file, provider, now, errors, undated);
    }

    private static List<String> history(TrackingUpdate update) {
        var lines = new ArrayList<>(List.of(update.carrier() + " " + update.waybill()));
        update.scans().stream().map(Expected::line).forEach(lines::add);
        return lines;
    }

    private static String line(Scan scan) {
        return scan.at() + " " + scan.status()
                + scan.incident().map(Incident::name).map(name -> " " + name).orElse("");
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var now = new ArrayList<>(list);
        now.add(more);
        return now;
    }

    private static List<String> lines() {
        try (var file = Expected.class.getResourceAsStream("/webhook/recorded.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
