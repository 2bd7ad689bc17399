package org.shopscore.logistics.bulk.line;

import java.io.IOException;
import java.util.Optional;

/** The lines of a file, read as they are asked for. */
public interface Lines {

    /** A line longer than this is no line of anybody's; characters. */
    int MOST_CHARACTERS = 64 * 1024;

    /**
     * Empty at the end of the file.
     *
     * @throws org.shopscore.problem.Refused 400 when from here on no line can be told from the next
     */
    Optional<Line> next() throws IOException;
}
