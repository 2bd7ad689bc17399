package org.shopscore.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How one process of the suite is started, known to be ready, and stopped. */
public interface Recipe {

    String name();

    /** The folder it works in and keeps everything in; a process found running there is a leftover of an earlier run. */
    Path home();

    /** What must be done before each start, such as making the data folder; done again after a start that was cut short. */
    default void prepare() throws IOException {}

    List<String> command();

    default Map<String, String> environment() {
        return Map.of();
    }

    boolean ready(long pid);

    /** The signal that asks it to end in good order. */
    default String stopSignal() {
        return "TERM";
    }

    /** How long it may take until it is ready. */
    default Duration patience() {
        return Duration.ofMinutes(3);
    }
}
