package org.shopscore.metric;

/** A value outside the bounds of the contract (design.md section 3); a command that would cause it is refused with 422. */
public final class BoundBroken extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String field;

    BoundBroken(String field, String rule, Object given) {
        super(field + " " + rule + ", was " + given);
        this.field = field;
    }

    /** The field that broke the bound, as the JSON data names it. */
    public String field() {
        return field;
    }
}
