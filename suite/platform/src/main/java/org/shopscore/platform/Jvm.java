package org.shopscore.platform;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is needed to start another JVM like this one. */
public final class Jvm {

    /** For one that looks up many shops all over its heap (docs/decisions/0063); without effect where the system does not offer it. */
    public static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

    private Jvm() {}

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A JVM that starts quickly and never gets much faster, stays small and leaves nothing outside its folder. */
    public static List<String> quick(int heapMegabytes, Path temporary) {
        return Stream.concat(small(heapMegabytes, temporary).stream(), Stream.of("-XX:TieredStopAtLevel=1"))
                .toList();
    }

    /** A JVM that stays small and leaves nothing outside its folder; what it does much of gets fast within a minute. */
    public static List<String> small(int heapMegabytes, Path temporary) {
        return List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary);
    }

    /** This JVM's class path with every entry absolute, since the other one works in another folder. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
