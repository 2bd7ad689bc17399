package org.shopscore.platform;

import java.util.concurrent.CompletableFuture;

/** Where in what clients send a connection is cut, once. */
public final class CutPoint {

    /** How much of the awaited bytes still reaches the server. */
    public enum Where {
        /** None: the server never sees them. */
        BEFORE,
        /** The first half: the server is left with a torn message. */
        MIDDLE,
        /** All: the server acts on them, and its answer is lost. */
        AFTER
    }

    private final byte[] awaited;
    private final Where where;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private long bytesLeft;
    private boolean spent;

    private CutPoint(byte[] awaited, Where where, long bytesLeft) {
        this.awaited = awaited;
        this.where = where;
        this.bytesLeft = bytesLeft;
    }

    static CutPoint at(byte[] awaited, Where where) {
        return new CutPoint(awaited.clone(), where, 0);
    }

    static CutPoint after(long bytes) {
        return new CutPoint(new byte[0], Where.AFTER, bytes);
    }

    CompletableFuture<Void> done() {
        return done;
    }

    /**
     * How many of the bytes from {@code from} to {@code to} may pass before the cut, or -1 when there is nothing to cut in
     * them. What stands before {@code from} has passed already and counts only for finding what is awaited.
     */
    synchronized int cutIn(byte[] buffer, int from, int to) {
        if (spent) {
            return -1;
        }
        if (awaited.length == 0) {
            long before = bytesLeft;
            bytesLeft -= to - from;
            spent = bytesLeft < 0;
            return spent ? (int) before : -1;
        }
        for (int start = 0; start + awaited.length <= to; start++) {
            int end = start + awaited.length;
            if (end > from && matches(buffer, start)) {
                spent = true;
                return Math.max(0, keep(start, end) - from);
            }
        }
        return -1;
    }

    private int keep(int start, int end) {
        return switch (where) {
            case BEFORE -> start;
            case MIDDLE -> start + awaited.length / 2;
            case AFTER -> end;
        };
    }

    private boolean matches(byte[] buffer, int start) {
        for (int i = 0; i < awaited.length; i++) {
            if (buffer[start + i] != awaited[i]) {
                return false;
            }
        }
        return true;
    }

    /** How much of what has passed must be remembered to find bytes that arrive in two pieces. */
    int memory() {
        return Math.max(0, awaited.length - 1);
    }
}
