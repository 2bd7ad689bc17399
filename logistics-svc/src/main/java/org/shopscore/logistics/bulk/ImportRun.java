package org.shopscore.logistics.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shopscore.logistics.bulk.line.Line;
import org.shopscore.logistics.bulk.line.Lines;
import org.shopscore.outbox.Headroom;
import org.shopscore.outbox.Outbox;
import org.shopscore.problem.Refusal;
import org.shopscore.problem.Refused;

/**
 * One walk through a file, batch after batch, each a transaction of its own. Blocking; for a worker thread.
 *
 * @param <T> what a line means
 */
final class ImportRun<T> {

    /** What carries away what a batch changes. */
    record Announcing(Outbox outbox, Headroom headroom) {}

    private record Item<T>(long number, T line) {}

    private static final int MOST_COLLISIONS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ImportAsk ask;
    private final ImportKind<T> kind;
    private final SqlConnection connection;
    private final Announcing announcing;
    private final List<Item<T>> batch = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private Counts counts = Counts.NONE;

    ImportRun(ImportAsk ask, ImportKind<T> kind, SqlConnection connection, Announcing announcing) {
        this.ask = ask;
        this.kind = kind;
        this.connection = connection;
        this.announcing = announcing;
    }

    /**
     * @throws IOException when the sender is gone
     * @throws Refused when no line can be told from the next any more, or nothing more can be announced
     */
    void through(Lines lines) throws IOException {
        try {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                add(line.get());
            }
        } catch (IOException | Refused end) {
            flush();
            throw end;
        }
        flush();
    }

    private void add(Line line) {
        switch (line) {
            case Line.Unreadable(long number, Refusal why) -> note(number, new Outcome.Rejected(why));
            case Line.Read read -> add(read);
        }
        if (batch.size() + rejections.size() >= kind.batch()) {
            flush();
        }
    }

    private void add(Line.Read line) {
        Optional<T> read = read(line);
        if (read.isEmpty()) {
            return;
        }
        if (!keys.add(kind.key(read.get()))) {
            flush();
            keys.add(kind.key(read.get()));
        }
        batch.add(new Item<>(line.number(), read.get()));
    }

    private Optional<T> read(Line.Read line) {
        var fields = line.fields();
        if (!fields.has("shopId")) {
            ask.shopId().ifPresent(shopId -> fields.put("shopId", shopId));
        }
        try {
            return Optional.of(kind.read(fields));
        } catch (IOException | RuntimeException e) {
            note(line.number(), new Outcome.Rejected(refusal(e)));
            return Optional.empty();
        }
    }

    private static Refusal refusal(Exception e) {
        return Refusal.of(e).orElseThrow(() -> new IllegalStateException(e));
    }

    private void note(long number, Outcome outcome) {
        counts = counts.plus(outcome);
        if (outcome instanceof Outcome.Rejected(Refusal why)) {
            Rejection.of(number, why).forEach(rejections::add);
        }
    }

    private void flush() {
        announcing.headroom().await();
        take(batch);
        batch.clear();
        keys.clear();
        await(RejectionRows.insert(connection, ask.id(), rejections));
        rejections.clear();
        await(ImportRows.count(connection, ask.id(), counts));
    }

    /** What spoils a batch, and not a line by itself, is found by halving it. */
    private void take(List<Item<T>> items) {
        if (items.isEmpty()) {
            return;
        }
        try {
            var outcomes = await(taken(items.stream().map(Item::line).toList()));
            announcing.outbox().ring();
            for (int i = 0; i < items.size(); i++) {
                note(items.get(i).number(), outcomes.get(i));
            }
        } catch (RuntimeException e) {
            Refusal why = Refusal.of(e).orElseThrow(() -> e);
            if (items.size() == 1) {
                note(items.getFirst().number(), new Outcome.Rejected(why));
            } else {
                take(items.subList(0, items.size() / 2));
                take(items.subList(items.size() / 2, items.size()));
            }
        }
    }

    private Uni<List<Outcome>> taken(List<T> lines) {
        return connection
                .begin()
                .chain(transaction -> kind.take(connection, lines)
                        .call(transaction::commit)
                        .onFailure()
                        .call(transaction::rollback))
                .onFailure(Collided.class)
                .retry()
                .atMost(MOST_COLLISIONS);
    }

    private static <V> V await(Uni<V> work) {
        return work.await().atMost(PATIENCE);
    }
}
