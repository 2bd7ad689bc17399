package org.shopscore.suite.replay.scms;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.csv.CSVFormat;
import org.shopscore.suite.command.Progress;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.fact.Wire.Reply;

/** Sends orders as one file to logistics-svc, and watches how far it gets. */
final class BulkImport {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Wire wire;
    private final String importId;

    BulkImport(Wire wire, String importId) {
        this.wire = wire;
        this.importId = importId;
    }

    /** @return the import's report, or the problem it was refused with */
    Reply send(List<VendorOrder> orders) throws IOException, InterruptedException {
        byte[] file = csv(orders).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var answer = CompletableFuture.supplyAsync(() -> put(file));
        try (var bar = Progress.bar("Importing lines", orders.size())) {
            while (true) {
                bar.stepTo(report().path("lines").asLong());
                try {
                    return answer.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    // Still being taken in.
                }
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Why lines were not taken, the first 200. */
    JsonNode rejected() throws IOException, InterruptedException {
        return wire.get(root(), address() + "/rejected?pageSize=200").json().path("rejected");
    }

    private JsonNode report() throws IOException, InterruptedException {
        return wire.get(root(), address()).json();
    }

    private Reply put(byte[] file) {
        try {
            return wire.put(
                    root(),
                    address() + "?kind=orders",
                    "text/csv; charset=utf-8",
                    BodyPublishers.ofByteArray(file),
                    PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI root() {
        return wire.suite().logistics().http();
    }

    private String address() {
        return "/v1/imports/" + importId;
    }

    private static String csv(List<VendorOrder> orders) throws IOException {
        var text = new StringBuilder();
        CSVFormat.RFC4180.printRecord(text, VendorOrder.COLUMNS.toArray());
        for (VendorOrder order : orders) {
            CSVFormat.RFC4180.printRecord(text, order.cells().toArray());
        }
        return text.toString();
    }
}
