package org.shopscore.logistics.webhook.payload;

/** A document that cannot be read; the message says why and where, and quotes nothing of it. */
public class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    public Unreadable(String reason) {
        super(reason, null, false, false);
    }
}
