package org.shopscore.aggregator.change.stream;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.shopscore.aggregator.change.stream.log.Cursor;
import org.shopscore.aggregator.change.stream.log.Position;
import org.shopscore.aggregator.change.stream.log.Reader;
import org.shopscore.aggregator.change.stream.log.Tail;
import org.shopscore.aggregator.change.stream.log.Told;

/**
 * A reader as the {@link Tail} knows it: what the tail tells is held until everything before has been sent, and sent at once from then
 * on. One that takes too little leaves the tail.
 */
final class LiveReader implements Tail.Live {

    /** Sends what was held, and may wait for room; false when it was not taken. */
    interface Sender {

        boolean send(Told told) throws InterruptedException;
    }

    private static final int MOST_HELD = 20_000;

    private final Reader reader;
    private final Position position;
    private final Consumer<Cursor> behind;
    private final ArrayDeque<Told> held = new ArrayDeque<>();
    private boolean isLive;
    private boolean isLeft;

    /** @param behind has the reader sent what comes from there, by another thread */
    LiveReader(Reader reader, Position position, Consumer<Cursor> behind) {
        this.reader = reader;
        this.position = position;
        this.behind = behind;
    }

    /** Before it joins the tail. */
    synchronized void hold() {
        isLive = false;
        isLeft = false;
        held.clear();
    }

    /** @return whether all that was held is sent, and what comes is sent at once from now on */
    boolean begin(Sender sender) throws InterruptedException {
        Told one = null;
        do {
            synchronized (this) {
                one = isLeft ? null : held.poll();
                isLive = one == null && !isLeft;
                if (isLive) {
                    return true;
                }
            }
        } while (one != null && sender.send(one));
        return false;
    }

    /** Whether more came than can be held, or the tail has ended. */
    synchronized boolean hasLeft() {
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
        Cursor before = position.cursor();
        String cursor = position.pass(told);
        if (cursor.isEmpty() || reader.offer(told.event(cursor), cursor)) {
            return !reader.isGone();
        }
        if (!reader.isGone()) {
            isLive = false;
            behind.accept(before);
        }
        return false;
    }

    @Override
    public synchronized boolean keepAlive() {
        if (isLive) {
            String cursor = position.cursor().toString();
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
