package org.shopscore.logistics.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import org.shopscore.logistics.waybill.Waybill;

/** Whom new scans concern; called in the transaction that stored them, with their waybills held. */
public interface ScanListener {

    /** @param news the scans that were not known before, by waybill; to be announced as the transaction's last statement */
    Uni<Void> told(SqlConnection connection, Map<Waybill, List<Scan>> news);
}
