package org.shopscore.logistics.bulk;

/** How many lines of a file have come to what. */
record Counts(long lines, long created, long changed, long same, long rejected) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Created _ -> new Counts(lines + 1, created + 1, changed, same, rejected);
            case Outcome.Changed _ -> new Counts(lines + 1, created, changed + 1, same, rejected);
            case Outcome.Same _ -> new Counts(lines + 1, created, changed, same + 1, rejected);
            case Outcome.Rejected _ -> new Counts(lines + 1, created, changed, same, rejected + 1);
        };
    }
}
