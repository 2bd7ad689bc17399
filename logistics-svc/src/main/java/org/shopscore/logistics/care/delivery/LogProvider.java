package org.shopscore.logistics.care.delivery;

import io.smallrye.mutiny.Uni;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;
import org.shopscore.metric.Notification;

/** Shows the messages to whoever runs the service: one line each, in a file of their own where one is named. */
final class LogProvider implements Provider {

    private static final long FILE_BYTES = 10_000_000;
    private static final int FILES = 5;

    private final Logger log = Logger.getLogger("care.messages");

    LogProvider(Optional<Path> file) {
        file.ifPresent(this::writeTo);
    }

    @Override
    public Uni<Answer> hand(Notification notification) {
        log.info(() -> line(notification));
        return Uni.createFrom().item(new Answer.Taken());
    }

    private static String line(Notification told) {
        return "message=%s shop=%s order=%s buyer=%s stage=%s reachedAt=%s channel=%s language=%s text=\"%s\""
                .formatted(
                        told.messageId(),
                        told.shopId(),
                        told.orderId(),
                        told.buyerRef().orElse("-"),
                        told.stage(),
                        told.reachedAt(),
                        told.channel(),
                        told.language(),
                        told.text().replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private void writeTo(Path file) {
        try {
            var handler = new SizeRotatingFileHandler(file.toFile(), true);
            handler.setRotateSize(FILE_BYTES);
            handler.setMaxBackupIndex(FILES);
            handler.setAutoFlush(true);
            handler.setFormatter(new PatternFormatter("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %s%n"));
            log.addHandler(handler);
            log.setUseParentHandlers(false);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }
}
