package org.shopscore.logistics.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.util.List;
import org.shopscore.logistics.bulk.line.Columns;

/**
 * A kind of fact that files hold: a bean of this type for each, taking lines by the very rules of its commands.
 *
 * @param <T> a line whose meaning is known
 */
public interface ImportKind<T> {

    /** As the request names it, such as {@code orders}. */
    String name();

    Columns columns();

    /**
     * What a line means. Throws what a command of its own would be refused with.
     *
     * @param fields with the shop's id, where it is given for all lines
     */
    T read(ObjectNode fields) throws IOException;

    /** How many lines are taken together. */
    int batch();

    /** Lines of one key are never taken together. */
    String key(T line);

    /**
     * Takes lines, in the caller's transaction, and announces what they change as its last statement; the caller rings the outbox
     * after the commit.
     *
     * @return what came of each, in their order
     */
    Uni<List<Outcome>> take(SqlConnection connection, List<T> lines);
}
