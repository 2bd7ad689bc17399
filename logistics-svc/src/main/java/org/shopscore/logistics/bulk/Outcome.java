package org.shopscore.logistics.bulk;

import org.shopscore.problem.Refusal;

/** What came of a line. */
public sealed interface Outcome {

    /** A fact nobody had told. */
    record Created() implements Outcome {}

    /** More became known of a fact. */
    record Changed() implements Outcome {}

    /** All of it was known. */
    record Same() implements Outcome {}

    /** Nothing of it was taken. */
    record Rejected(Refusal why) implements Outcome {}
}
