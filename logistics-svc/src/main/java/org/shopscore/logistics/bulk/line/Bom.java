package org.shopscore.logistics.bulk.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** The byte order mark that spreadsheets write in front: no part of the first column's name. */
final class Bom {

    private static final char MARK = '\uFEFF';

    /** Bytes that are no text become U+FFFD. */
    static Reader skipped(InputStream bytes, Charset charset) throws IOException {
        var text = new BufferedReader(new InputStreamReader(bytes, charset), 64 * 1024);
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    private Bom() {}
}
