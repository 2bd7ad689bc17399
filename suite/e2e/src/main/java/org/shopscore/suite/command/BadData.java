package org.shopscore.suite.command;

/** Data that a command cannot use; the message is for the person who gave it. */
public abstract class BadData extends RuntimeException {

    protected BadData(String message) {
        super(message);
    }
}
