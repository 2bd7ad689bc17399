package org.shopscore.aggregator.lookup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One connection that sends what is prepared and reads as many bytes as will come: the least that any client costs. */
final class RawClient implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] answer = new byte[1 << 20];

    RawClient(String host, int port) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    void ask(byte[] request, int bytes) {
        send(request);
        read(bytes);
    }

    void send(byte[] request) {
        try {
            out.write(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void read(int bytes) {
        try {
            if (in.readNBytes(answer, 0, bytes) < bytes) {
                throw new IOException("closed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With its head; answers of the same kind are of the same length. */
    int lengthOfHttp(byte[] request) throws IOException {
        out.write(request);
        int read = 0;
        String text;
        int head;
        do {
            read += in.read(answer, read, answer.length - read);
            text = new String(answer, 0, read, StandardCharsets.ISO_8859_1);
            head = text.indexOf("\r\n\r\n");
        } while (head < 0);
        var length = LENGTH.matcher(text);
        if (!text.startsWith("HTTP/1.1 200") || !length.find()) {
            throw new IllegalStateException(text);
        }
        int whole = head + 4 + Integer.parseInt(length.group(1));
        in.readNBytes(answer, read, whole - read);
        return whole;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
