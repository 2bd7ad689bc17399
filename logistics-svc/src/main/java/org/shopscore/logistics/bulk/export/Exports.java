package org.shopscore.logistics.bulk.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestMulti;
import org.shopscore.logistics.evidence.KnownShops;
import org.shopscore.logistics.listing.Cursors;
import org.shopscore.logistics.listing.Snapshots;
import org.shopscore.logistics.sql.Where;
import org.shopscore.problem.Refused;

/** The exports of all kinds, each as of one instant of the database. */
@ApplicationScoped
class Exports {

    /** Each holds a connection for as long as its reader takes. */
    static final int MOST_AT_ONCE = 4;

    private static final int PAGE = 500;

    private final Snapshots snapshots;
    private final List<ExportKind> kinds;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Exports(Snapshots snapshots, @All List<ExportKind> kinds) {
        this.snapshots = snapshots;
        this.kinds = kinds;
    }

    /** @throws Refused 400 {@code unknown-value}, 404 {@code unknown-shop}, 503 {@code too-many-exports} */
    RestMulti<String> csv(String name, ExportAsk ask) {
        var kind = kind(name);
        return RestMulti.fromUniResponse(require(ask), _ -> ExportFormat.csv(kind.columns(), lines(kind, ask)));
    }

    /** @throws Refused as {@link #csv} */
    RestMulti<ExportFormat.JsonText> json(String name, ExportAsk ask) {
        var kind = kind(name);
        return RestMulti.fromUniResponse(require(ask), _ -> ExportFormat.json(lines(kind, ask)));
    }

    private ExportKind kind(String name) {
        var names = kinds.stream().map(ExportKind::name).sorted().toList();
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.field(400, "unknown-value", "kind", "must be one of " + names, name));
    }

    private Uni<Void> require(ExportAsk ask) {
        return ask.shopId()
                .map(shopId -> snapshots.<Void>read(connection -> KnownShops.require(connection, shopId)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Page by page, each read when the one before is taken. */
    private Multi<List<ObjectNode>> lines(ExportKind kind, ExportAsk ask) {
        var where = new Where();
        var select = kind.select(ask, where);
        var pages = snapshots.stream(connection -> Cursors.pages(connection, select, where.values(), PAGE))
                .map(rows -> lines(kind, rows));
        return Multi.createFrom().resource(this::enter, _ -> pages).withFinalizer((Semaphore held) -> held.release());
    }

    private Semaphore enter() {
        if (!places.tryAcquire()) {
            throw new Refused(503, "too-many-exports", MOST_AT_ONCE + " exports are running; ask again later")
                    .retryAfter(Duration.ofSeconds(30));
        }
        return places;
    }

    private static List<ObjectNode> lines(ExportKind kind, RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(kind::line).toList();
    }
}
