package org.shopscore.suite.screen;

import java.io.Console;

/** Whether a person watches. */
public final class Terminal {

    private Terminal() {}

    /** True when a line may be redrawn; JDK 25 gives no console at all when the output goes elsewhere. */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isWatched() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
