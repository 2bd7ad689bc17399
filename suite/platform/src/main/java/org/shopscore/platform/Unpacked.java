package org.shopscore.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL and Redis, unpacked once into {@code ~/.cache/shopscore} and shared by everything that runs as
 * this user. A folder appears under its final name only when it is whole.
 */
final class Unpacked {

    private static final String POSTGRES = "postgres-linux-x86_64.txz";
    private static final String REDIS = "redis-server-6.2.6-v5-linux-amd64";

    private Unpacked() {}

    /** The folder that holds {@code bin/postgres} and {@code bin/initdb}. */
    static Path postgres() {
        return once(POSTGRES, (packed, folder) -> untar(packed, folder));
    }

    static Path redisServer() {
        return once(REDIS, (packed, folder) -> {
                    Path program = folder.resolve("redis-server");
                    Files.copy(packed, program);
                    Files.setPosixFilePermissions(program, Posix.permissions(0755));
                })
                .resolve("redis-server");
    }

    private static Path once(String resource, Unpack unpack) {
        try {
            Path cache = Files.createDirectories(cache());
            Path folder = cache.resolve(resource.replaceFirst("\\.txz$", "") + "-" + size(resource));
            return Files.isDirectory(folder) ? folder : unpackLocked(resource, folder, unpack);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + resource + " into " + cache(), e);
        }
    }

    private static synchronized Path unpackLocked(String resource, Path folder, Unpack unpack) throws IOException {
        Path lock = folder.resolveSibling("lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid() && !Files.isDirectory(folder)) {
                Path half = folder.resolveSibling(folder.getFileName() + ".new");
                Folders.delete(half);
                Files.createDirectories(half);
                try (InputStream packed = open(resource)) {
                    unpack.into(packed, half);
                }
                Files.move(half, folder);
            }
        }
        return folder;
    }

    private static void untar(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, Posix.permissions(entry.getMode()));
                }
            }
        }
    }

    private static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("shopscore");
    }

    private static long size(String resource) throws IOException {
        return Unpacked.class
                .getClassLoader()
                .getResource(resource)
                .openConnection()
                .getContentLengthLong();
    }

    private static InputStream open(String resource) throws IOException {
        return Unpacked.class.getClassLoader().getResourceAsStream(resource);
    }

    private interface Unpack {
        void into(InputStream packed, Path folder) throws IOException;
    }
}
