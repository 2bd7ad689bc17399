package org.shopscore.platform;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** Copies the data folder of a running PostgreSQL as its manual says (25.3.4), since the packed programs have no pg_basebackup. */
final class BaseBackup {

    private static final String WAL = "pg_wal";
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    /** Made anew by each start; their files belong to the server that runs. */
    private static final Set<String> KEPT_EMPTY = Set.of(
            WAL, "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private BaseBackup() {}

    /** @param to becomes the data folder of a standby */
    static void copy(String jdbcUrl, Path from, Path to) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', fast => true)");
            tree(from, to, KEPT_EMPTY);
            Files.writeString(to.resolve("backup_label"), stop(statement));
            tree(from.resolve(WAL), to.resolve(WAL), Set.of());
            Files.writeString(to.resolve("standby.signal"), "");
        } catch (SQLException | IOException e) {
            throw new PlatformProblem("cannot copy %s: %s".formatted(from, e.getMessage()), e);
        }
    }

    private static String stop(Statement statement) throws SQLException {
        try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
            label.next();
            return label.getString(1);
        }
    }

    private static void tree(Path from, Path to, Set<String> keptEmpty) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path copy = Files.createDirectories(to.resolve(from.relativize(folder)));
                Files.setPosixFilePermissions(copy, Posix.permissions(0700));
                return keptEmpty.contains(from.relativize(folder).toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    copyUnlessGone(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** Tables are dropped and temporary files go while the copy is made: the log of what was written knows it. */
    private static void copyUnlessGone(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(copy);
        }
    }
}
