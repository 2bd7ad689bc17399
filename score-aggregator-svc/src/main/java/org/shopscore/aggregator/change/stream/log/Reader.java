package org.shopscore.aggregator.change.stream.log;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One client of the stream. What it does not take waits here, up to a bound. Who takes nothing for long is cut off and told so, and comes
 * back with the last id that it got.
 */
public final class Reader {

    /** What waits for one client at most, bytes; the connection holds a little more. */
    static final int MOST_WAITING = 256 * 1024;

    private static final int CONNECTION_HOLDS = 64 * 1024;
    private static final Duration LAST_CHANCE = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(100);

    private record Waiting(Buffer event, String cursor) {}

    private final HttpServerResponse response;
    private final Context context;
    private final HttpConnection connection;
    private final Wanted wanted;
    private final Runnable cutOffs;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private int bytes;
    private String sent;
    private boolean isCutOff;
    private boolean isEnded;
    private boolean isFlushing;

    /**
     * @param cursor  that it begins with; empty for none
     * @param cutOffs is run when it is cut off
     */
    public Reader(HttpServerRequest request, Context context, Wanted wanted, String cursor, Runnable cutOffs) {
        this.response = request.response().setWriteQueueMaxSize(CONNECTION_HOLDS);
        this.connection = request.connection();
        this.context = context;
        this.wanted = wanted;
        this.sent = cursor;
        this.cutOffs = cutOffs;
        response.drainHandler(_ -> flush());
    }

    public boolean wants(Told told) {
        return wanted.holds(told);
    }

    /** @return false when it is gone, or too much waits for it */
    public synchronized boolean offer(Buffer event, String cursor) {
        if (isEnded || isCutOff || bytes + event.length() > MOST_WAITING) {
            return false;
        }
        waiting.add(new Waiting(event, cursor));
        bytes += event.length();
        wake();
        return true;
    }

    /**
     * Waits while too much is waiting; who does not take any of it for that long is cut off.
     *
     * @param givesUp is asked again and again
     * @return whether there is room for one event; false when it is gone, cut off or given up
     */
    public synchronized boolean awaitRoom(Duration patience, BooleanSupplier givesUp) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isEnded && !isCutOff && bytes > MOST_WAITING / 2) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                cutOff();
            } else if (givesUp.getAsBoolean()) {
                return false;
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, STEP.toNanos()));
            }
        }
        return !isGone();
    }

    private void cutOff() {
        isCutOff = true;
        cutOffs.run();
        waiting.clear();
        bytes = 0;
        wake();
        context.owner().setTimer(LAST_CHANCE.toMillis(), _ -> close());
    }

    private void wake() {
        if (!isFlushing) {
            isFlushing = true;
            context.runOnContext(_ -> flush());
        }
    }

    private void flush() {
        while (flushSome()) {}
    }

    /** @return whether there may be more that it takes */
    private boolean flushSome() {
        Buffer out;
        boolean isLast;
        synchronized (this) {
            isFlushing = false;
            if (isEnded || response.closed() || response.writeQueueFull()) {
                return false;
            }
            out = next();
            isLast = isCutOff;
            isEnded = isLast;
            notifyAll();
        }
        if (isLast) {
            response.end(Told.cutOff(sent));
        } else if (out.length() > 0) {
            response.write(out);
        }
        return !isLast && out.length() > 0;
    }

    private Buffer next() {
        var out = Buffer.buffer();
        while (!waiting.isEmpty() && out.length() < CONNECTION_HOLDS) {
            Waiting one = waiting.poll();
            out.appendBuffer(one.event());
            bytes -= one.event().length();
            sent = one.cursor();
        }
        return out;
    }

    public synchronized boolean isGone() {
        return isEnded || isCutOff;
    }

    /** The client went. */
    public synchronized void gone() {
        isEnded = true;
        waiting.clear();
        notifyAll();
    }

    /** Ends the answer; the client comes back with its last id. */
    public void end() {
        context.runOnContext(_ -> {
            boolean wasOpen;
            synchronized (this) {
                wasOpen = !isEnded;
                isEnded = true;
                notifyAll();
            }
            if (wasOpen && !response.ended()) {
                response.end();
            }
        });
    }

    private void close() {
        gone();
        if (!response.closed()) {
            connection.close();
        }
    }
}
