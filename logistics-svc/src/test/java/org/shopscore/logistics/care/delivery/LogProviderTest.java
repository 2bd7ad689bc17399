package org.shopscore.logistics.care.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shopscore.metric.Notification;

class LogProviderTest {

    @TempDir
    Path folder;

    @Test
    void aMessageIsOneLineOfKeysAndValuesInAFileOfItsOwn() throws Exception {
        var file = folder.resolve("care.log");
        var provider = new LogProvider(Optional.of(file));

        var answer = provider.hand(notification("您的\"订单\"已发货。")).await().indefinitely();

        assertThat(answer).isEqualTo(new Answer.Taken());
        assertThat(Files.readAllLines(file))
                .singleElement()
                .satisfies(
                        line -> assertThat(line)
                                .endsWith(
                                        "message=3f0c6c1e-5a43-3c0e-9d0c-7f5d7b2f8a11 shop=s-1 order=o-1 buyer=b-77 stage=SHIPPED"
                                                + " reachedAt=2026-02-26T09:10:00Z channel=SMS language=zh-CN text=\"您的\\\"订单\\\"已发货。\""));
    }

    private static Notification notification(String text) {
        return new Notification(
                UUID.fromString("3f0c6c1e-5a43-3c0e-9d0c-7f5d7b2f8a11"),
                "s-1",
                "o-1",
                Optional.of("b-77"),
                "SHIPPED",
                Instant.parse("2026-02-26T09:10:00Z"),
                "SMS",
                "zh-CN",
                text);
    }
}
