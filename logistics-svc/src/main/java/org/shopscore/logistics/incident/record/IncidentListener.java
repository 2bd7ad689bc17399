package org.shopscore.logistics.incident.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Something that follows incidents: a bean of this type is called in the transaction that opened them. */
public interface IncidentListener {

    /** @param opened those that nobody had opened before */
    Uni<Void> opened(SqlConnection connection, List<StoredIncident> opened);
}
