package org.shopscore.suite.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.shopscore.suite.command.BadData;
import org.shopscore.suite.fact.Wire;

/** Files into logistics-svc and out again, made and read as they are sent. */
final class BulkFiles {

    /** How long a file took. */
    record Took(long lines, long bytes, Duration time) {

        long linesPerSecond() {
            return lines * TimeUnit.SECONDS.toMillis(1) / Math.max(1, time.toMillis());
        }
    }

    private static final class NotTaken extends BadData {
        NotTaken(String what, String body) {
            super("logistics-svc did not take " + what + " whole: " + body);
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int AT_ONCE = 64 * 1024;

    private final Wire wire;

    BulkFiles(Wire wire) {
        this.wire = wire;
    }

    /** Each line must be new. */
    Took in(String kind, String header, Stream<String> lines) throws IOException, InterruptedException {
        var rows = Stream.concat(Stream.of(header), lines).iterator();
        long start = System.nanoTime();
        var reply = wire.put(
                wire.suite().logistics().http(),
                "/v1/imports/bench-" + UUID.randomUUID() + "?kind=" + kind,
                "text/csv; charset=utf-8",
                BodyPublishers.ofByteArrays(() -> pieces(rows)),
                PATIENCE);
        var time = Duration.ofNanos(System.nanoTime() - start);
        var report = reply.json();
        long created = report.path("created").asLong();
        if (!reply.isGood() || created != report.path("lines").asLong()) {
            throw new NotTaken(kind, reply.body());
        }
        return new Took(created, 0, time);
    }

    /**
     * Reads an export to its end.
     *
     * @param query which facts, such as {@code shopId=…}
     */
    Took out(String kind, String query) throws IOException, InterruptedException {
        var address = wire.suite().logistics().http().resolve("/v1/exports/" + kind + "?" + query);
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "application/x-ndjson")
                .build();
        long start = System.nanoTime();
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var body = http.send(request, BodyHandlers.ofInputStream()).body()) {
            long lines = 0;
            long bytes = 0;
            byte[] piece = new byte[AT_ONCE];
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                bytes += read;
                lines += lineFeeds(piece, read);
            }
            return new Took(lines, bytes, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static long lineFeeds(byte[] piece, int length) {
        long found = 0;
        for (int i = 0; i < length; i++) {
            found += piece[i] == '\n' ? 1 : 0;
        }
        return found;
    }

    private static Iterator<byte[]> pieces(Iterator<String> lines) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public byte[] next() {
                var text = new StringBuilder(lines.next()).append('\n');
                while (lines.hasNext() && text.length() < AT_ONCE) {
                    text.append(lines.next()).append('\n');
                }
                return text.toString().getBytes(UTF_8);
            }
        };
    }
}
