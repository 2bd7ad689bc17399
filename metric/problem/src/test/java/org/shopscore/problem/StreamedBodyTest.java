package org.shopscore.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamedBodyTest {

    private static final int MIB = 1 << 20;

    @TestHTTPResource("/")
    URI root;

    private HttpResponse<String> put(String path, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("content-type", "text/plain")
                .PUT(body)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static BodyPublisher known(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher hidden(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    @Test
    void whereBodiesAreStreamedTheyMayBeAsLargeAsTheServiceTakesAtAll() throws Exception {
        assertThat(put("/streams/s-1", known(3 * MIB)).body()).isEqualTo("3145728");
        assertThat(put("/streams/s-1", hidden(3 * MIB)).body()).isEqualTo("3145728");
    }

    @Test
    void aStreamedBodyThatIsTooLargeIsRefused() throws Exception {
        var answer = put("/streams/s-1", known(5 * MIB));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body-too-large", "at most 4194304 bytes");
    }

    @Test
    void aStreamedBodyThatHidesItsLengthIsRefusedInTheSameWordsOnceItHasGrownTooLarge() throws Exception {
        for (int mebibytes : List.of(5, 20)) {
            var answer = put("/streams/s-1", hidden(mebibytes * MIB));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("content-type")).contains(Problem.JSON);
            assertThat(answer.body()).contains("body-too-large", "at most 4194304 bytes");
        }
        assertThat(put("/streams/s-1", hidden(4 * MIB)).body()).isEqualTo("4194304");
    }

    @Test
    void everywhereElseABodyMayHaveOneMebibyte() throws Exception {
        var answer = put("/desks/s-1", known(MIB + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body-too-large", "at most 1048576 bytes");
    }
}
