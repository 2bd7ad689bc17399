package org.shopscore.suite.command;

import java.io.PrintWriter;
import java.util.Map;
import org.shopscore.suite.fact.Tally;
import org.shopscore.suite.screen.Table;

/** What a command says of the facts it sent. */
public final class Report {

    private final PrintWriter out;

    public Report(PrintWriter out) {
        this.out = out;
    }

    /** What came of the facts, and why some were refused. */
    public void facts(Tally tally) {
        var table = new Table("facts sent", "created", "accepted", "refused", "no answer", "not sent");
        tally.byKind()
                .forEach((kind, counts) -> table.row(
                        kind,
                        counts.fresh(),
                        counts.repeated(),
                        counts.refused(),
                        counts.unanswered(),
                        counts.notSent()));
        print(table);
        if (!tally.byReason().isEmpty()) {
            var reasons = new Table("refused because", "facts");
            tally.byReason().forEach(reasons::row);
            print(reasons);
        }
    }

    /** Things and how many of them. */
    public void numbers(String what, Map<String, ? extends Number> counts) {
        var table = new Table(what, "number");
        counts.forEach(table::row);
        print(table);
    }

    private void print(Table table) {
        out.println();
        out.print(table.text());
        out.flush();
    }
}
