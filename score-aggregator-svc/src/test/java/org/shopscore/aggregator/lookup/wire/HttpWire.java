package org.shopscore.aggregator.lookup.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection whose requests are written byte by byte, several before the first answer where a test wants it. */
final class HttpWire implements AutoCloseable {

    static final class Answer {

        private final int status;
        private final Map<String, String> head;
        private final byte[] body;

        Answer(int status, Map<String, String> head, byte[] body) {
            this.status = status;
            this.head = head;
            this.body = body;
        }

        int status() {
            return status;
        }

        Map<String, String> head() {
            return head;
        }

        byte[] body() {
            return body;
        }

        String text() {
            return new String(body, US_ASCII);
        }
    }

    private static final int SOON_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    HttpWire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(SOON_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static byte[] get(String target, String... head) {
        return ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines(head) + "\r\n").getBytes(US_ASCII);
    }

    static byte[] post(String target, byte[] body, String... head) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length + "\r\n"
                        + lines(head) + "\r\n")
                .getBytes(US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static String lines(String... head) {
        return head.length == 0 ? "" : String.join("\r\n", head) + "\r\n";
    }

    /** By docs/compact-scores.md. */
    static byte[] idList(List<String> shops) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(6)
                .putInt(0x53534931)
                .putShort((short) shops.size())
                .array());
        for (String shop : shops) {
            out.write(shop.length());
            out.writeBytes(shop.getBytes(US_ASCII));
        }
        return out.toByteArray();
    }

    void send(byte[]... requests) throws IOException {
        var out = new ByteArrayOutputStream();
        for (byte[] request : requests) {
            out.writeBytes(request);
        }
        socket.getOutputStream().write(out.toByteArray());
    }

    Answer ask(byte[] request) throws IOException {
        send(request);
        return read();
    }

    Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        var head = new TreeMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            head.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(head.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("closed");
        }
        return new Answer(status, head, body);
    }

    boolean isClosed() throws IOException {
        return in.read() < 0;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed after " + line);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
