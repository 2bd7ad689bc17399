package org.shopscore.logistics.bulk.line;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields a line may have.
 *
 * @param all      in the order in which they are written
 * @param required those that a table must have a column for
 * @param lists    those with several values, in a table parted by spaces
 */
public record Columns(List<String> all, Set<String> required, Set<String> lists) {

    public Columns {
        all = List.copyOf(all);
        required = Set.copyOf(required);
        lists = Set.copyOf(lists);
    }

    /** The same when each line lacks a field that is given for all of them. */
    public Columns given(String field) {
        var still = new LinkedHashSet<>(required);
        still.remove(field);
        return new Columns(all, still, lists);
    }

    boolean isUnknown(String name) {
        return !all.contains(name);
    }

    String known() {
        return String.join(", ", all);
    }
}
