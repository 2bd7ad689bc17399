package org.shopscore.outbox;

import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Numbers entries by their lane's counter and stores them, all lanes in one statement.
 *
 * <p>A sequence or the row's id would give numbers in the order of asking; the counter's row lock gives them in the order of
 * committing, and a rollback gives them back. The locks are taken in the order of the lanes, so that no two appends wait for each
 * other.
 */
final class Numbering {

    private static final String APPEND = """
            with entry as (
                   select * from unnest($1::text[], $2::smallint[], $3::uuid[], $4::text[], $5::text[], $6::text[],
                                        $7::timestamptz[], $8::text[])
                     with ordinality as entry(topic, lane, id, key, type, subject, time, data, n)),
                 held as materialized (
                   select topic, lane, entries
                     from outbox_lane join (select topic, lane, count(*) as entries from entry group by topic, lane) growth
                          using (topic, lane)
                    order by topic, lane for no key update of outbox_lane),
                 numbered as (
                   update outbox_lane grown set last = last + entries from held
                    where grown.topic = held.topic and grown.lane = held.lane
                   returning grown.topic, grown.lane, last - entries as base)
            insert into outbox (topic, lane, seq, id, incarnation, key, type, subject, time, trace_parent, data)
            select topic, lane, base + row_number() over (partition by topic, lane order by n), id,
                   (select life from outbox_life) || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8),
                   key, type, subject, time, $9, data
              from entry join numbered using (topic, lane)
            """;

    private final BiFunction<String, Object[], Uni<Integer>> execute;

    /** @param execute runs a statement with its values on the transaction's own connection, and gives the rows it wrote */
    Numbering(BiFunction<String, Object[], Uni<Integer>> execute) {
        this.execute = execute;
    }

    Uni<Void> append(List<OutboxEntry> entries, String traceParent) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] values = {
            column(entries, OutboxEntry::topic, new String[0]),
            column(entries, entry -> (short) entry.lane(), new Short[0]),
            column(entries, OutboxEntry::id, new UUID[0]),
            column(entries, OutboxEntry::key, new String[0]),
            column(entries, OutboxEntry::type, new String[0]),
            column(entries, OutboxEntry::subject, new String[0]),
            column(entries, OutboxEntry::timeUtc, new OffsetDateTime[0]),
            column(entries, OutboxEntry::data, new String[0]),
            traceParent
        };
        return execute.apply(APPEND, values)
                .invoke(written -> requireAll(written, entries))
                .replaceWithVoid();
    }

    private static void requireAll(int written, List<OutboxEntry> entries) {
        if (written != entries.size()) {
            throw new IllegalStateException(
                    "of %d entries %d found the counter row of their lane".formatted(entries.size(), written));
        }
    }

    private static <T> T[] column(List<OutboxEntry> entries, Function<OutboxEntry, T> of, T[] type) {
        return entries.stream().map(of).toList().toArray(type);
    }
}
