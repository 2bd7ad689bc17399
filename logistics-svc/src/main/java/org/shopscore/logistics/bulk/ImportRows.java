package org.shopscore.logistics.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The table of imports. */
final class ImportRows {

    private static final String BEGIN = """
            insert into import (id, kind, shop_id, state, runs, lines, created, changed, same, rejected, started_at)
            values ($1, $2, $3, 'RUNNING', 1, 0, 0, 0, 0, 0, $4)
            on conflict (id) do update set state = 'RUNNING', runs = import.runs + 1, lines = 0, created = 0, changed = 0,
              same = 0, rejected = 0, started_at = $4, ended_at = null, failure = null
            where import.kind = $2 and import.shop_id is not distinct from $3
            returning runs""";

    private static final String COUNT =
            "update import set lines = $2, created = $3, changed = $4, same = $5, rejected = $6" + " where id = $1";

    private static final String END = "update import set state = $2, failure = $3, ended_at = $4 where id = $1";

    /** A run holds the lock for as long as its connection lives, and no longer. */
    private static final String FIND = """
            select *, state = 'RUNNING' and not exists (
              select from pg_locks where locktype = 'advisory' and granted
               and database = (select oid from pg_database where datname = current_database())
               and classid::bigint << 32 | objid::bigint = hashtextextended('import/' || id, 0)) as is_dead
            from import where id = $1""";

    /** @return how often it has run with this time; empty when the id stands for something else */
    static Uni<Optional<Integer>> begin(SqlClient client, ImportAsk ask, Instant now) {
        return client.preparedQuery(BEGIN)
                .execute(Tuple.of(ask.id(), ask.kind(), ask.shopId().orElse(null), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.stream().map(row -> row.getInteger(0)).findFirst());
    }

    static Uni<Void> count(SqlClient client, String id, Counts counts) {
        return client.preparedQuery(COUNT)
                .execute(Tuple.tuple()
                        .addString(id)
                        .addLong(counts.lines())
                        .addLong(counts.created())
                        .addLong(counts.changed())
                        .addLong(counts.same())
                        .addLong(counts.rejected()))
                .replaceWithVoid();
    }

    static Uni<Void> end(SqlClient client, String id, Optional<String> failure, Instant now) {
        var state = failure.isPresent() ? ImportState.BROKEN_OFF : ImportState.DONE;
        return client.preparedQuery(END)
                .execute(Tuple.of(id, state.name(), failure.orElse(null), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    static Uni<Optional<ImportView>> find(SqlClient client, String id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(ImportRows::view).findFirst());
    }

    static Uni<Void> forget(SqlClient client, Instant startedBefore) {
        return client.preparedQuery("delete from import where started_at < $1")
                .execute(Tuple.of(startedBefore.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static ImportView view(Row row) {
        return new ImportView(
                row.getString("id"),
                row.getString("kind"),
                Optional.ofNullable(row.getString("shop_id")),
                row.getBoolean("is_dead") ? ImportState.INTERRUPTED : ImportState.valueOf(row.getString("state")),
                row.getInteger("runs"),
                new Counts(
                        row.getLong("lines"),
                        row.getLong("created"),
                        row.getLong("changed"),
                        row.getLong("same"),
                        row.getLong("rejected")),
                row.getOffsetDateTime("started_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("ended_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("failure")));
    }

    private ImportRows() {}
}
