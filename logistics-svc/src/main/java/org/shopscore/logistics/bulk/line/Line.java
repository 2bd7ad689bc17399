package org.shopscore.logistics.bulk.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.shopscore.problem.Refusal;

/** A line as it stands in the file, before anybody has looked at what it means. */
public sealed interface Line {

    /** Where it begins, the file's first line being 1. */
    long number();

    /** Its fields, absent where they are empty. */
    record Read(long number, ObjectNode fields) implements Line {}

    /** It has no fields that could be told apart; the next line may. */
    record Unreadable(long number, Refusal why) implements Line {}
}
