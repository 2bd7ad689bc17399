package org.shopscore.logistics.webhook.delivery;

/** More waits to be kept than memory should hold. */
public class InboxFull extends RuntimeException {

    private static final long serialVersionUID = 1;

    InboxFull() {
        super("too much waits to be kept", null, false, false);
    }
}
