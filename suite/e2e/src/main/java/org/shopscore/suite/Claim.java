package org.shopscore.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A launcher's hold on a data folder: a lock, which ends with the launcher however it ends, on a file that holds its pid. */
final class Claim implements AutoCloseable {

    private static final String FILE = "launcher.pid";

    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another launcher has the folder. */
    static Optional<Claim> on(Path data) {
        try {
            Files.createDirectories(data);
            Optional<FileChannel> locked = lock(data);
            if (locked.isPresent()) {
                locked.get().truncate(0);
                locked.get()
                        .write(ByteBuffer.wrap(
                                String.valueOf(ProcessHandle.current().pid()).getBytes(US_ASCII)));
            }
            return locked.map(Claim::new);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder " + data, e);
        }
    }

    /** The launcher that has the folder, if one has. */
    static Optional<ProcessHandle> holder(Path data) {
        try {
            if (!Files.exists(data.resolve(FILE))) {
                return Optional.empty();
            }
            Optional<FileChannel> unused = lock(data);
            if (unused.isPresent()) {
                unused.get().close();
                return Optional.empty();
            }
            return pid(data).flatMap(ProcessHandle::of);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder " + data, e);
        }
    }

    private static Optional<FileChannel> lock(Path data) throws IOException {
        FileChannel channel = FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(channel);
    }

    private static Optional<Long> pid(Path data) {
        try {
            return Optional.of(Long.valueOf(Files.readString(data.resolve(FILE)).trim()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
