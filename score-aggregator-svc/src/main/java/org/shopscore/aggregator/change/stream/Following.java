package org.shopscore.aggregator.change.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.shopscore.metric.Lane;

/**
 * Brings one reader from its cursor to the end of the topic, by a consumer of its own, and hands it over to the {@link Tail} without a
 * gap: what the tail tells from the hand-over on waits until everything before has been sent. A live reader that falls behind goes back
 * to a consumer of its own, so that nobody waits for it.
 */
final class Following implements Tail.Live {

    private static final Logger LOG = Logger.getLogger(Following.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int NEAR = 2_000;
    private static final int MOST_HELD = 20_000;

    private final String bootstrapServers;
    private final Tail tail;
    private final Reader reader;
    private final BiConsumer<Following, Cursor> behind;
    private final ArrayDeque<Told> held = new ArrayDeque<>();
    private long[] reached = new long[Lane.COUNT];
    private boolean isLive;
    private boolean isLeft;

    /** @param behind has {@link #from} called, by another thread */
    Following(String bootstrapServers, Tail tail, Reader reader, BiConsumer<Following, Cursor> behind) {
        this.bootstrapServers = bootstrapServers;
        this.tail = tail;
        this.reader = reader;
        this.behind = behind;
    }

    /** Returns when the reader is live, or gone. */
    void begin(Optional<Cursor> cursor) {
        try {
            if (cursor.isPresent()) {
                from(cursor.get());
            } else if (!fromNow()) {
                reader.end();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            reader.end();
        } catch (Exception e) {
            LOG.debugf(e, "score-changes=reader-ended");
            reader.end();
        }
    }

    private boolean fromNow() throws Exception {
        hold();
        long[] from = tail.join(this);
        synchronized (this) {
            reached = from.clone();
        }
        String cursor = Cursor.text(from);
        reader.offer(Told.keepAlive(cursor), cursor);
        return goLive();
    }

    private void from(Cursor cursor) throws Exception {
        try (LogReader log = LogReader.at(bootstrapServers, cursor)) {
            synchronized (this) {
                reached = log.next().clone();
            }
            boolean isThere = false;
            while (!isThere && !reader.isGone()) {
                readUntilNear(log);
                isThere = handOver(log);
            }
        }
    }

    private void readUntilNear(LogReader log) throws InterruptedException {
        long[] ends = log.ends();
        while (!reader.isGone() && far(ends) > NEAR) {
            send(log, log.poll(POLL));
            ends = log.ends();
        }
    }

    private synchronized long far(long[] ends) {
        long far = 0;
        for (int partition = 0; partition < ends.length; partition++) {
            far += Math.max(0, ends[partition] - reached[partition]);
        }
        return far;
    }

    /** @return false when more came meanwhile than can be held: it is read from the topic then */
    private boolean handOver(LogReader log) throws Exception {
        hold();
        long[] from = tail.join(this);
        while (log.isBehind(from) && !reader.isGone() && !hasLeft()) {
            send(log, log.poll(POLL));
        }
        boolean isThere = !hasLeft() && goLive();
        if (!isThere) {
            tail.leave(this);
        }
        return isThere;
    }

    private void send(LogReader log, List<Told> come) throws InterruptedException {
        for (Told told : come) {
            log.next()[told.partition()] = told.offset() + 1;
            String cursor = reach(told);
            if (!cursor.isEmpty()) {
                reader.put(told.event(cursor), cursor, PATIENCE);
            }
        }
    }

    /** @return the reader's cursor behind it; empty for what it has seen, and what it does not want */
    private synchronized String reach(Told told) {
        if (told.offset() < reached[told.partition()]) {
            return "";
        }
        reached[told.partition()] = told.offset() + 1;
        return reader.wants(told) ? Cursor.text(reached) : "";
    }

    private synchronized void hold() {
        isLive = false;
        isLeft = false;
        held.clear();
    }

    private boolean goLive() throws InterruptedException {
        while (true) {
            Told one;
            synchronized (this) {
                if (isLeft) {
                    return reader.isGone();
                }
                one = held.poll();
                if (one == null) {
                    isLive = true;
                    return true;
                }
            }
            String cursor = reach(one);
            if (!cursor.isEmpty()) {
                reader.put(one.event(cursor), cursor, PATIENCE);
            }
        }
    }

    private synchronized boolean hasLeft() {
        return isLeft;
    }

    @Override
    public synchronized boolean take(Told told) {
        if (isLive) {
            return takeLive(told);
        }
        isLeft = isLeft || held.size() == MOST_HELD;
        if (!isLeft) {
            held.add(told);
        }
        return !isLeft;
    }

    private boolean takeLive(Told told) {
        Cursor before = Cursor.of(reached);
        String cursor = reach(told);
        if (cursor.isEmpty() || reader.offer(told.event(cursor), cursor)) {
            return !reader.isGone();
        }
        if (!reader.isGone()) {
            isLive = false;
            behind.accept(this, before);
        }
        return false;
    }

    @Override
    public synchronized boolean keepAlive() {
        if (isLive) {
            String cursor = Cursor.text(reached);
            reader.offer(Told.keepAlive(cursor), cursor);
        }
        return !reader.isGone() && !isLeft;
    }

    @Override
    public synchronized void ended() {
        isLeft = true;
        reader.end();
    }
}
