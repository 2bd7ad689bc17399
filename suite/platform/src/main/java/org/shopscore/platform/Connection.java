package org.shopscore.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One client's connection through the {@link TcpProxy}: two pumps. */
final class Connection {

    private static final int CHUNK = 16 * 1024;

    private final Socket client;
    private final Socket server;
    private final AtomicReference<CutPoint> cut;
    private final TcpProxy.Gate gate;
    private final Consumer<Connection> closed;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean deaf;

    Connection(
            Socket client,
            Socket server,
            AtomicReference<CutPoint> cut,
            TcpProxy.Gate gate,
            Consumer<Connection> closed) {
        this.client = client;
        this.server = server;
        this.cut = cut;
        this.gate = gate;
        this.closed = closed;
    }

    void start() {
        Thread.ofVirtual().start(() -> pump(this::toServer));
        Thread.ofVirtual().start(() -> pump(this::toClient));
    }

    private void pump(Pump direction) {
        try {
            direction.run();
            if (ended.getAndSet(true)) {
                close(false);
            }
        } catch (IOException gone) {
            close(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void toClient() throws IOException, InterruptedException {
        byte[] buffer = new byte[CHUNK];
        InputStream in = server.getInputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            gate.pass();
            answer(buffer, n);
        }
        if (!deaf) {
            client.shutdownOutput();
        }
    }

    /** To a client that has been cut off nothing is said, but the server may go on: a reset would take back what it was sent. */
    private void answer(byte[] buffer, int n) throws IOException {
        try {
            if (!deaf) {
                client.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            if (!deaf) {
                throw e;
            }
        }
    }

    /** Reads behind a short memory of what has passed, so that awaited bytes are found across two reads. */
    private void toServer() throws IOException, InterruptedException {
        byte[] passed = new byte[0];
        byte[] chunk = new byte[CHUNK];
        InputStream in = client.getInputStream();
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            gate.pass();
            byte[] seen = Arrays.copyOf(passed, passed.length + n);
            System.arraycopy(chunk, 0, seen, passed.length, n);
            CutPoint point = cut.get();
            int allowed = point == null ? -1 : point.cutIn(seen, passed.length, seen.length);
            server.getOutputStream().write(chunk, 0, allowed >= 0 ? allowed : n);
            if (allowed >= 0) {
                cutOff();
                point.done().complete(null);
                break;
            }
            int memory = point == null ? 0 : point.memory();
            passed = Arrays.copyOfRange(seen, Math.max(0, seen.length - memory), seen.length);
        }
        server.shutdownOutput();
    }

    private void cutOff() throws IOException {
        deaf = true;
        client.setSoLinger(true, 0);
        client.close();
    }

    /** Resets both sides. */
    void reset() {
        close(true);
    }

    private void close(boolean reset) {
        closed.accept(this);
        for (Socket socket : new Socket[] {client, server}) {
            try (socket) {
                if (reset) {
                    socket.setSoLinger(true, 0);
                }
            } catch (IOException _) {
                // It is closed, which is all that is wanted.
            }
        }
    }

    private interface Pump {
        void run() throws IOException, InterruptedException;
    }
}
