package org.shopscore.logistics.bulk.line;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a line that does not end by itself, before it fills the memory. */
final class BoundedReader extends FilterReader {

    private long sinceLineBegan;

    BoundedReader(Reader text) {
        super(text);
    }

    void lineBegins() {
        sinceLineBegan = 0;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        return counted(read, read);
    }

    private int counted(int result, int characters) throws IOException {
        sinceLineBegan += Math.max(0, characters);
        if (sinceLineBegan > Lines.MOST_CHARACTERS) {
            throw new LineTooLong();
        }
        return result;
    }
}
