package org.shopscore.logistics.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Set;

/** The facts of one kind, as evidence of the measures that they add to: a bean of this type for each kind. */
public interface Evidence {

    /** Each measure is of one kind. */
    Set<String> measures();

    /**
     * The entries of the span after a place, by place; each read from the row as it is stored, with the amounts that were announced
     * for it.
     */
    Uni<List<Entry>> page(SqlClient client, Span span, Entry.Place after, int limit);

    /** What all entries of the span add. */
    Uni<Long> total(SqlClient client, Span span);
}
