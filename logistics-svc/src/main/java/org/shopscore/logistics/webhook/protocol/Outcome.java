package org.shopscore.logistics.webhook.protocol;

import java.util.Locale;

/** What became of a push. */
public enum Outcome {
    ACCEPTED(200, "成功"),
    /** It was there already, and nothing is done twice. */
    REPEATED(200, "成功"),
    UNKNOWN_ENDPOINT(404, "there is no such endpoint"),
    DISABLED(410, "the endpoint takes nothing any more"),
    FOREIGN_SOURCE(403, "the endpoint takes nothing from this address"),
    WRONG_TYPE(415, "the body is of another type than this provider sends"),
    FORGED(401, "no known secret signed this body"),
    STALE(401, "the message was signed too long ago or too far ahead"),
    UNAVAILABLE(503, "nothing was stored; send it again later");

    private final int status;
    private final String message;

    Outcome(int status, String message) {
        this.status = status;
        this.message = message;
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status == 200;
    }

    public String message() {
        return message;
    }

    /** As metrics, logs and problems name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
