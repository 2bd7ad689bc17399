package org.shopscore.aggregator.official;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Compact lookups of shops at random over HTTP/1.1 and loopback, so many a second whatever becomes of them: each has an instant at which
 * it is to be sent, and its time counts from there until its answer is read, also where it was sent late or waits behind others.
 */
final class PacedLookups implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private final List<Connection> connections = new ArrayList<>();
    private final int perSecond;
    private final int shops;
    private final IntFunction<String> shopId;
    private final Thread sender = new Thread(this::send, "lookups");
    private Latencies latencies = new Latencies();
    private volatile boolean running = true;

    PacedLookups(int port, int perSecond, int shops, IntFunction<String> shopId) throws IOException {
        this.perSecond = perSecond;
        this.shops = shops;
        this.shopId = shopId;
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new Connection(new Socket(InetAddress.getLoopbackAddress(), port)));
        }
        sender.setDaemon(true);
        sender.start();
    }

    /** What there was since the last time that it was taken. */
    synchronized Latencies take() {
        var taken = latencies;
        latencies = new Latencies();
        return taken;
    }

    private synchronized void count(int status, long nanos) {
        latencies.count(status == 200, nanos);
    }

    private void send() {
        var random = new Random(11);
        long start = System.nanoTime();
        for (long sent = 0; running; sent++) {
            long planned = start + sent * 1_000_000_000L / perSecond;
            while (System.nanoTime() < planned) {
                LockSupport.parkNanos(Math.max(planned - System.nanoTime(), 1));
            }
            connections.get((int) (sent % CONNECTIONS)).send(shopId.apply(random.nextInt(shops)), planned);
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        for (var connection : connections) {
            connection.socket.close();
        }
    }

    private final class Connection {

        private final Socket socket;
        private final BlockingQueue<Long> planned = new LinkedBlockingQueue<>();

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            var reader = new Thread(this::read, "answers");
            reader.setDaemon(true);
            reader.start();
        }

        void send(String shop, long at) {
            try {
                planned.add(at);
                socket.getOutputStream()
                        .write(("GET /v1/shops/" + shop + "/score?form=compact HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(US_ASCII));
            } catch (IOException e) {
                if (running) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private void read() {
            try (var in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
                while (true) {
                    int status = answer(in);
                    count(status, System.nanoTime() - planned.take());
                }
            } catch (IOException closed) {
                planned.forEach(at -> count(0, System.nanoTime() - at));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static int answer(InputStream in) throws IOException {
            int status = Integer.parseInt(line(in).split(" ", 3)[1]);
            int length = 0;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            in.skipNBytes(length);
            return status;
        }

        private static String line(InputStream in) throws IOException {
            var line = new StringBuilder();
            int next = in.read();
            while (next != '\n') {
                if (next < 0) {
                    throw new IOException("closed");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
                next = in.read();
            }
            return line.toString();
        }
    }

    /** By tenth of a millisecond. */
    static final class Latencies {

        private static final int MOST = 100_000;
        private static final long STEP = 100_000;

        private final int[] counts = new int[MOST];
        private int all;
        private int failures;

        private void count(boolean isAnswered, long nanos) {
            counts[(int) Math.min(nanos / STEP, MOST - 1)]++;
            all++;
            failures += isAnswered ? 0 : 1;
        }

        private double millis(double share) {
            long seen = 0;
            int at = -1;
            while (seen < share * all) {
                seen += counts[++at];
            }
            return (at + 1) * STEP / 1e6;
        }

        @Override
        public String toString() {
            return "%,d lookups, %d failed, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, most %.1f ms"
                    .formatted(all, failures, millis(0.5), millis(0.99), millis(0.999), millis(1));
        }
    }
}
