package org.shopscore.logistics.announcement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.shopscore.metric.Announcement;
import org.shopscore.outbox.Outbox;

/** Commands on the plain client, each in one transaction whose last statement stores what it announces. */
@ApplicationScoped
public class Announcing {

    /** What a command answers, and what it has to announce. */
    public record Result<T>(T answer, List<? extends Announcement> announcements) {

        public static <T> Result<T> silent(T answer) {
            return new Result<>(answer, List.of());
        }
    }

    private final Pool pool;
    private final Outbox outbox;

    Announcing(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** Runs the command; the relay is woken after the commit. */
    public <T> Uni<T> transaction(Function<SqlConnection, Uni<Result<T>>> command) {
        return pool.withTransaction(connection ->
                        command.apply(connection).call(result -> outbox.append(connection, result.announcements())))
                .invoke(this::ring)
                .map(Result::answer);
    }

    private void ring(Result<?> result) {
        if (!result.announcements().isEmpty()) {
            outbox.ring();
        }
    }
}
