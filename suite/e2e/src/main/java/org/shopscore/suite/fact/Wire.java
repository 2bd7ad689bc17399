package org.shopscore.suite.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.shopscore.suite.Endpoints;

/** Talks to the services of a suite over HTTP. Blocking, for many threads at once. */
public final class Wire implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Endpoints suite;

    public Wire(Endpoints suite) {
        this.suite = suite;
    }

    public Endpoints suite() {
        return suite;
    }

    /** Sends a command once. */
    public Reply put(Command command) throws IOException, InterruptedException {
        URI uri = command.team().in(suite).http().resolve(command.path());
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .timeout(ANSWER_WITHIN)
                .PUT(BodyPublishers.ofString(command.json()))
                .build();
        return reply(request);
    }

    /** Sends a body of any type, for work that may take long. */
    public Reply put(URI base, String path, String type, BodyPublisher body, Duration within)
            throws IOException, InterruptedException {
        return reply(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .timeout(within)
                .PUT(body)
                .build());
    }

    /** @param path from the root of {@code base} */
    public Reply get(URI base, String path) throws IOException, InterruptedException {
        return reply(HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER_WITHIN)
                .GET()
                .build());
    }

    /** Asks for work that may take long. */
    public Reply post(URI base, String path, Duration within) throws IOException, InterruptedException {
        return reply(HttpRequest.newBuilder(base.resolve(path))
                .timeout(within)
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** Posts a body once. */
    public Reply post(URI base, String path, String contentType, String body) throws IOException, InterruptedException {
        return reply(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", contentType)
                .timeout(ANSWER_WITHIN)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private Reply reply(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Retry-After").orElse(""),
                response.headers().firstValue("ETag").orElse(""),
                response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /**
     * What came back.
     *
     * @param retryAfter the header, or empty
     * @param etag       the header, or empty
     */
    public record Reply(int status, String retryAfter, String etag, String body) {

        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** The body's JSON; a missing node when it is something else. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException _) {
                return JSON.missingNode();
            }
        }
    }
}
