package org.shopscore.platform;

import java.io.Serial;

/** Something a person can put right; its message is one line that says what. */
public class PlatformProblem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public PlatformProblem(String message) {
        super(message);
    }

    public PlatformProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
