package org.shopscore.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A network that can fail: listens on a free loopback port, passes bytes to a server and back, and cuts, holds back or
 * resets connections when told to.
 */
public final class TcpProxy implements AutoCloseable {

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<CutPoint> cut = new AtomicReference<>();
    private final Gate gate = new Gate();

    private TcpProxy(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /** In front of a server on a loopback port. */
    public static TcpProxy to(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            TcpProxy proxy = new TcpProxy(
                    new InetSocketAddress(loopback, port),
                    new ServerSocket(Ports.free(1).getFirst(), 200, loopback));
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    public int connections() {
        return open.size();
    }

    /** Resets every connection that is open now; new ones are let in. */
    public void cutAll() {
        open.forEach(Connection::reset);
    }

    /**
     * Resets the first connection on which a client sends the bytes; done when that has happened. Of everything sent up to
     * there the server gets what {@code where} says, and the client never hears an answer to it.
     */
    public CompletableFuture<Void> cutWhenSent(byte[] bytes, CutPoint.Where where) {
        return arm(CutPoint.at(bytes, where));
    }

    /** Resets the connection on which, counted from now over all connections, the byte after the n-th is sent to the server. */
    public CompletableFuture<Void> cutAfter(long bytesToServer) {
        return arm(CutPoint.after(bytesToServer));
    }

    private CompletableFuture<Void> arm(CutPoint point) {
        cut.set(point);
        return point.done();
    }

    /** From now on nothing passes in either direction, and nobody is told. */
    public void blackHole() {
        gate.close();
    }

    /** Passes what was held back and everything after it. */
    public void resume() {
        gate.open();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException _) {
                // The listener is closed, which ends the loop, or the server refused, which the client has been told.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket upstream = new Socket();
        try {
            upstream.connect(server);
        } catch (IOException e) {
            client.setSoLinger(true, 0);
            client.close();
            throw e;
        }
        Connection connection = new Connection(client, upstream, cut, gate, open::remove);
        open.add(connection);
        connection.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gate.open();
        cutAll();
    }

    /** Lets everything pass, or nothing. */
    static final class Gate {

        private boolean open = true;

        synchronized void open() {
            open = true;
            notifyAll();
        }

        synchronized void close() {
            open = false;
        }

        synchronized void pass() throws InterruptedException {
            while (!open) {
                wait();
            }
        }
    }
}
