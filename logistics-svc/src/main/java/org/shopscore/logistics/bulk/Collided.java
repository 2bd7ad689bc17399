package org.shopscore.logistics.bulk;

/** Somebody else was quicker with a fact that had just been looked for in vain; the transaction is to be run again. */
public final class Collided extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Collided() {
        super("another caller was quicker", null, false, false);
    }

    public static void unless(boolean wasFirst) {
        if (!wasFirst) {
            throw new Collided();
        }
    }
}
