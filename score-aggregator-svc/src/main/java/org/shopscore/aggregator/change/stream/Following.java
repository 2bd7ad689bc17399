package org.shopscore.aggregator.change.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.change.stream.log.Cursor;
import org.shopscore.aggregator.change.stream.log.LogReader;
import org.shopscore.aggregator.change.stream.log.Position;
import org.shopscore.aggregator.change.stream.log.Reader;
import org.shopscore.aggregator.change.stream.log.Tail;
import org.shopscore.aggregator.change.stream.log.Told;

/**
 * Brings one reader from its cursor to the end of the topic, by a consumer of its own, and hands it over to the {@link Tail} without a
 * gap. A live reader that falls behind goes back to a consumer of its own, so that nobody waits for it; while it takes nothing, others
 * have its place.
 */
final class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int NEAR = 2_000;

    private final String bootstrapServers;
    private final Tail tail;
    private final Reader reader;
    private final Places places;
    private final Position position;
    private final LiveReader live;

    /** @param behind has {@link #begin} called, by another thread */
    Following(String bootstrapServers, Tail tail, Reader reader, Places places, BiConsumer<Following, Cursor> behind) {
        this.bootstrapServers = bootstrapServers;
        this.tail = tail;
        this.reader = reader;
        this.places = places;
        this.position = new Position(reader::wants);
        this.live = new LiveReader(reader, position, cursor -> behind.accept(this, cursor));
    }

    /** Returns when the reader is live, or gone. Who begins now has nothing to catch up with, and needs no place. */
    void begin(Optional<Cursor> cursor) {
        try {
            if (cursor.isPresent() || !fromNow()) {
                from(cursor.orElseGet(position::cursor));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            reader.end();
        } catch (Exception e) {
            LOG.debugf(e, "score-changes=reader-ended");
            reader.end();
        }
    }

    /** The reader is gone: nothing more is told to it. */
    void end() {
        reader.gone();
        tail.leave(live);
    }

    private boolean fromNow() throws Exception {
        live.hold();
        long[] from = tail.join(live);
        position.set(from);
        String cursor = Cursor.text(from);
        reader.offer(Told.keepAlive(cursor), cursor);
        return goLive();
    }

    private void from(Cursor cursor) throws Exception {
        boolean isThere = false;
        Cursor from = cursor;
        while (!isThere && !reader.isGone()) {
            places.take();
            try (LogReader log = LogReader.at(bootstrapServers, from)) {
                position.set(log.next());
                isThere = readToEnd(log);
            } finally {
                places.leave();
            }
            from = position.cursor();
            if (!isThere) {
                reader.awaitRoom(PATIENCE, () -> false);
            }
        }
    }

    /** @return false when the reader takes too little and others wait for its place, or it is gone */
    private boolean readToEnd(LogReader log) throws Exception {
        boolean isThere = false;
        while (!isThere && readUntilNear(log)) {
            isThere = handOver(log);
        }
        return isThere;
    }

    private boolean readUntilNear(LogReader log) throws InterruptedException {
        boolean keepsUp = !reader.isGone();
        while (keepsUp && position.distance(log.ends()) > NEAR) {
            keepsUp = send(log.poll(POLL));
        }
        return keepsUp;
    }

    /** @return false when more came meanwhile than can be held, or than the reader takes: it is read from the topic then */
    private boolean handOver(LogReader log) throws Exception {
        live.hold();
        long[] from = tail.join(live);
        boolean keepsUp = true;
        while (keepsUp && log.isBehind(from) && !live.hasLeft()) {
            keepsUp = send(log.poll(POLL));
        }
        if (keepsUp && !live.hasLeft()) {
            return goLive();
        }
        tail.leave(live);
        return false;
    }

    private boolean send(List<Told> come) throws InterruptedException {
        for (Told told : come) {
            if (!send(told)) {
                return false;
            }
        }
        return true;
    }

    /** @return false when there is no room for it, so that it is still to be sent */
    private boolean send(Told told) throws InterruptedException {
        if (!reader.awaitRoom(PATIENCE, places::areWanted)) {
            return false;
        }
        String cursor = position.pass(told);
        return cursor.isEmpty() || reader.offer(told.event(cursor), cursor);
    }

    private boolean goLive() throws InterruptedException {
        boolean isLive = live.begin(this::send);
        if (!isLive) {
            tail.leave(live);
        }
        return isLive;
    }
}
