package org.shopscore.logistics.care.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import io.vertx.mutiny.ext.web.codec.BodyCodec;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Notification;

/**
 * A provider that takes messages over HTTP: 2xx is taken, 4xx refused. Everything else, no answer in time, and the three 4xx
 * that ask for another attempt (408, 425, 429) may succeed later.
 */
final class HttpProvider implements Provider {

    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final WebClient client;
    private final URI url;
    private final Duration timeout;

    HttpProvider(Vertx vertx, URI url, Duration timeout) {
        this.client = WebClient.create(vertx, new WebClientOptions().setFollowRedirects(false));
        this.url = url;
        this.timeout = timeout;
    }

    @Override
    public Uni<Answer> hand(Notification notification) {
        return client.postAbs(url.toString())
                .putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", notification.messageId().toString())
                .as(BodyCodec.none())
                .timeout(timeout.toMillis())
                .sendBuffer(Buffer.buffer(EventJson.write(notification)))
                .ifNoItem()
                .after(timeout)
                .fail()
                .map(HttpProvider::answer);
    }

    private static Answer answer(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer.Taken();
        }
        if (status >= 400 && status < 500 && !LATER.contains(status)) {
            return new Answer.Refused("HTTP " + status);
        }
        throw new IllegalStateException("HTTP " + status);
    }
}
