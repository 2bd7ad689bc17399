package org.shopscore.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Numbers entries by their lane's counter and stores them, one statement a lane.
 *
 * <p>A sequence or the row's id would give numbers in the order of asking; the counter's row lock gives them in the order of
 * committing, and a rollback gives them back.
 */
final class Numbering {

    private static final String APPEND = """
            with numbered as (
              update outbox_lane set last = last + $3 where topic = $1 and lane = $2 returning last - $3 as base)
            insert into outbox (topic, lane, seq, id, incarnation, key, type, subject, time, trace_parent, data)
            select $1, $2, numbered.base + entry.n, entry.id,
                   (select life from outbox_life) || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8),
                   entry.key, entry.type, entry.subject, entry.time, $10, entry.data
              from numbered,
                   unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[])
                     with ordinality as entry(id, key, type, subject, time, data, n)
            """;

    private final BiFunction<String, Object[], Uni<Integer>> execute;

    /** @param execute runs a statement with its values on the transaction's own connection, and gives the rows it wrote */
    Numbering(BiFunction<String, Object[], Uni<Integer>> execute) {
        this.execute = execute;
    }

    Uni<Void> append(List<OutboxEntry> entries, String traceParent) {
        return Multi.createFrom()
                .iterable(byLane(entries))
                .onItem()
                .transformToUniAndConcatenate(lane -> appendLane(lane, traceParent))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Integer> appendLane(List<OutboxEntry> entries, String traceParent) {
        var first = entries.getFirst();
        Object[] values = {
            first.topic(),
            (short) first.lane(),
            (long) entries.size(),
            column(entries, OutboxEntry::id, new java.util.UUID[0]),
            column(entries, OutboxEntry::key, new String[0]),
            column(entries, OutboxEntry::type, new String[0]),
            column(entries, OutboxEntry::subject, new String[0]),
            column(entries, OutboxEntry::timeUtc, new java.time.OffsetDateTime[0]),
            column(entries, OutboxEntry::data, new String[0]),
            traceParent
        };
        return execute.apply(APPEND, values).invoke(written -> {
            if (written != entries.size()) {
                throw new IllegalStateException(
                        "outbox lane " + first.topic() + "/" + first.lane() + " has no counter row");
            }
        });
    }

    private static <T> T[] column(List<OutboxEntry> entries, Function<OutboxEntry, T> of, T[] type) {
        return entries.stream().map(of).toList().toArray(type);
    }

    /** Groups of one lane, lanes ascending, entries of a lane as they came. */
    private static List<List<OutboxEntry>> byLane(List<OutboxEntry> entries) {
        var groups = new ArrayList<List<OutboxEntry>>();
        for (OutboxEntry entry : entries.stream().sorted().toList()) {
            if (groups.isEmpty() || groups.getLast().getFirst().compareTo(entry) != 0) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(entry);
        }
        return groups;
    }
}
