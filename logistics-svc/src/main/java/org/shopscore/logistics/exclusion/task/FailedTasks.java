package org.shopscore.logistics.exclusion.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shopscore.logistics.sql.Fields;

/** Tasks that failed when nothing else was beside them: each waits, twice as long each time, from 1 s to 17 min. */
@ApplicationScoped
public class FailedTasks {

    private static final String PUT_OFF = """
            update exclusion_task set attempts = attempts + 1, reason = left($2, 500),
              due_at = clock_timestamp() + interval '1 second' * (1 << least(attempts, 10))
            where id = $1""";
    private static final String LIST = """
            select order_key, attempts, due_at, coalesce(reason, '') as reason from exclusion_task
            where attempts > 0 order by id limit $1""";
    private static final String COUNT = """
            select count(*) as waiting, count(*) filter (where attempts > 0) as failed from exclusion_task""";

    private final Pool pool;

    FailedTasks(Pool pool) {
        this.pool = pool;
    }

    /**
     * How many tasks there are.
     *
     * @param failed those of them that failed and wait to be tried again
     */
    public record Backlog(long waiting, long failed) {}

    /** Has it tried again later. */
    public Uni<Void> putOff(long task, Throwable failure) {
        return pool.preparedQuery(PUT_OFF)
                .execute(Tuple.of(task, String.valueOf(failure.getMessage())))
                .replaceWithVoid();
    }

    /** The oldest of them. */
    public Uni<List<FailedTask>> list(int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream()
                        .map(row -> new FailedTask(
                                row.getString("order_key"),
                                row.getInteger("attempts"),
                                Fields.instant(row, "due_at"),
                                row.getString("reason")))
                        .toList());
    }

    public Uni<Backlog> backlog() {
        return pool.query(COUNT)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Backlog(row.getLong("waiting"), row.getLong("failed")));
    }
}
