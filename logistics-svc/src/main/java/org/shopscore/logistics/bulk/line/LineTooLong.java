package org.shopscore.logistics.bulk.line;

import java.io.IOException;

/** A line without an end, as a quote that is never closed makes one. */
final class LineTooLong extends IOException {

    private static final long serialVersionUID = 1;

    LineTooLong() {
        super("a line has at most " + Lines.MOST_CHARACTERS + " characters");
    }
}
