package org.shopscore.aggregator.ingest.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the service as its users do. */
record Http(URI api, URI management) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(api.resolve(path)).build());
    }

    /** @return nothing for what is not there */
    JsonNode find(String path) {
        var response = send(HttpRequest.newBuilder(api.resolve(path)).build());
        return response.statusCode() == 404 ? MissingNode.getInstance() : read(response);
    }

    JsonNode ops(String path) {
        return answer(HttpRequest.newBuilder(management.resolve(path)).build());
    }

    JsonNode post(String path, String body) {
        return answer(HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode answer(HttpRequest request) {
        var response = send(request);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answers " + response.statusCode());
        }
        return read(response);
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " cannot be asked", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.uri() + " answers no JSON", e);
        }
    }
}
