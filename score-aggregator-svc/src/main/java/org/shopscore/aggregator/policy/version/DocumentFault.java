package org.shopscore.aggregator.policy.version;

import java.util.List;
import org.shopscore.aggregator.policy.file.BadPolicy;
import org.shopscore.aggregator.policy.file.rule.Fault;
import org.shopscore.problem.Refused;

/**
 * One rule that a document breaks.
 *
 * @param field JSON pointer; empty for the document itself
 * @param line  from 1, like the column
 */
record DocumentFault(String field, String message, int line, int column) {

    private static DocumentFault of(Fault fault) {
        return new DocumentFault(fault.pointer(), fault.rule(), fault.line(), fault.column());
    }

    static Refused refused(BadPolicy bad) {
        var faults = bad.faults().stream().map(DocumentFault::of).toList();
        return refused(
                faults.size() == 1
                        ? "a rule is broken by the document"
                        : faults.size() + " rules are broken by the document",
                faults);
    }

    static Refused refused(String detail, List<DocumentFault> faults) {
        return new Refused(422, "invalid-policy", detail).with("errors", faults);
    }
}
