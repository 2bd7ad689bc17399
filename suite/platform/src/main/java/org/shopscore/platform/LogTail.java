package org.shopscore.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines of a log, for a message: what was said, without the frames of stack traces. */
public final class LogTail {

    /** However long a log has grown, a message has room for no more. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. ).*");

    private LogTail() {}

    public static String of(Path log, int lines) {
        return since(0, log, lines);
    }

    /** Of what was written after the log had this many bytes. */
    static String since(long bytes, Path log, int lines) {
        try (FileChannel file = FileChannel.open(log)) {
            file.position(Math.max(bytes, file.size() - MOST_BYTES));
            InputStream end = Channels.newInputStream(file);
            List<String> said = new String(end.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
                    .toList();
            return String.join("\n", said.subList(Math.max(0, said.size() - lines), said.size()));
        } catch (IOException none) {
            return "(no log)";
        }
    }

    /** How long the log is now; 0 when there is none. */
    static long length(Path log) {
        try {
            return Files.size(log);
        } catch (IOException none) {
            return 0;
        }
    }
}
