package org.shopscore.logistics.bulk.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.sql.Where;

/** A kind of fact that goes out in files: a bean of this type for each, writing what the import of the same name reads. */
public interface ExportKind {

    /** As the request names it, such as {@code orders}. */
    String name();

    Columns columns();

    /**
     * The select of the rows asked for, in an order in which the import can take them.
     *
     * @param where empty; holds the values of the statement afterwards
     */
    String select(ExportAsk ask, Where where);

    /** The line that makes this row again. */
    ObjectNode line(Row row);
}
