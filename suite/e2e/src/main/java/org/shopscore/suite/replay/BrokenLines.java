package org.shopscore.suite.replay;

import java.util.List;
import org.shopscore.suite.command.BadData;

/** A data set that cannot be read; each fault names file, line and reason. */
public final class BrokenLines extends BadData {

    private static final int SHOWN = 20;

    public BrokenLines(List<String> faults) {
        super(text(faults));
    }

    private static String text(List<String> faults) {
        var shown =
                String.join(System.lineSeparator(), faults.stream().limit(SHOWN).toList());
        int more = faults.size() - SHOWN;
        return more > 0 ? shown + System.lineSeparator() + "... and " + more + " more" : shown;
    }
}
