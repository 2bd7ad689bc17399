package org.shopscore.aggregator.lookup.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.redis.RedisLine.RedisDown;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RedisLineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Redis redis;

    @Test
    void aLookupThatCouldNotWaitKeepsNobodyFromWriting() {
        var line = new RedisLine(redis);
        var set = Request.cmd(Command.SET).arg("test:" + UUID.randomUUID()).arg("好");
        client("PAUSE", "30000", "WRITE");
        assertThatThrownBy(() -> line.ask(set).await().atMost(PATIENCE)).isInstanceOf(RedisDown.class);
        var written = line.write(set).subscribeAsCompletionStage();
        client("UNPAUSE");
        assertThat(written).succeedsWithin(PATIENCE).hasToString("OK");
    }

    private void client(String... arguments) {
        Request request = Request.cmd(Command.CLIENT);
        for (String argument : arguments) {
            request.arg(argument);
        }
        redis.send(request).await().atMost(PATIENCE);
    }
}
