package org.shopscore.aggregator.change.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** Reads Server-Sent Events as their specification has it, over a connection of its own that can be left to fill up. */
final class EventReader implements AutoCloseable {

    record Event(String type, String data, String lastEventId) {}

    private static final int SOON_MILLIS = 30_000;
    private static final int SMALL = 4_096;

    private final Socket socket;
    private final BufferedReader in;
    private String lastEventId = "";

    /** @param target with its query; sends the last id as a header where it is not empty */
    EventReader(int port, String target, String lastEventId) throws IOException {
        this(new Socket(), port, target, lastEventId);
    }

    private EventReader(Socket socket, int port, String target, String lastEventId) throws IOException {
        this.socket = socket;
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(SOON_MILLIS);
        String header = lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
        socket.getOutputStream()
                .write(("GET " + target + " HTTP/1.0\r\nHost: localhost\r\n" + header + "\r\n").getBytes(UTF_8));
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        String status = in.readLine();
        if (status == null || !status.contains(" 200 ")) {
            throw new IOException("refused: " + status);
        }
        String head = in.readLine();
        while (!head.isEmpty()) {
            head = in.readLine();
        }
    }

    /** One for which the system takes next to nothing that is not read. */
    static EventReader small(int port, String target) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        return new EventReader(socket, port, target, "");
    }

    /** Waits for the first id, from which on nothing can be missed. */
    EventReader begun() throws IOException {
        while (lastEventId.isEmpty()) {
            block();
        }
        return this;
    }

    /** The next event with data; empty at the end of the stream. */
    Optional<Event> next() throws IOException {
        while (true) {
            Optional<Event> event = block();
            if (event.isEmpty() || !event.get().data().isEmpty()) {
                return event;
            }
        }
    }

    private Optional<Event> block() throws IOException {
        String type = "message";
        var data = new StringBuilder();
        while (true) {
            String line = in.readLine();
            if (line == null) {
                return Optional.empty();
            }
            if (line.isEmpty()) {
                return Optional.of(new Event(type, data.toString(), lastEventId));
            }
            if (line.startsWith("id: ")) {
                lastEventId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line, 6, line.length());
            }
        }
    }

    String lastEventId() {
        return lastEventId;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
