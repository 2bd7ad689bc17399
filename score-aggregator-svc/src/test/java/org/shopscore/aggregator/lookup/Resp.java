package org.shopscore.aggregator.lookup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Redis commands as bytes. */
final class Resp {

    static byte[] command(String name, List<String> arguments) {
        var out = new ByteArrayOutputStream();
        text(out, "*" + (arguments.size() + 1) + "\r\n");
        bulk(out, name.getBytes(StandardCharsets.US_ASCII));
        arguments.forEach(argument -> bulk(out, argument.getBytes(StandardCharsets.US_ASCII)));
        return out.toByteArray();
    }

    static byte[] set(String key, byte[] value) {
        var out = new ByteArrayOutputStream();
        text(out, "*3\r\n");
        bulk(out, "SET".getBytes(StandardCharsets.US_ASCII));
        bulk(out, key.getBytes(StandardCharsets.US_ASCII));
        bulk(out, value);
        return out.toByteArray();
    }

    /** Of so many values, each of the same length. */
    static int lengthOfArray(int values, int bytesEach) {
        return ("*" + values + "\r\n").length() + values * (("$" + bytesEach + "\r\n").length() + bytesEach + 2);
    }

    private static void bulk(ByteArrayOutputStream out, byte[] bytes) {
        text(out, "$" + bytes.length + "\r\n");
        out.writeBytes(bytes);
        text(out, "\r\n");
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private Resp() {}
}
