package org.shopscore.logistics.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.bulk.ImportKind;
import org.shopscore.logistics.bulk.Outcome;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.metric.Announcement;
import org.shopscore.outbox.Outbox;

/** Takes orders in from files, with all that is told of them, as if each were told by itself. */
@ApplicationScoped
class OrderImport implements ImportKind<OrderLine> {

    private final Parts parts;
    private final Promises promises;
    private final Orders orders;
    private final Outbox outbox;
    private final Clock clock;

    OrderImport(Parts parts, Promises promises, Orders orders, Outbox outbox, Clock clock) {
        this.parts = parts;
        this.promises = promises;
        this.orders = orders;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Columns columns() {
        return OrderLine.COLUMNS;
    }

    @Override
    public int batch() {
        return 1_000;
    }

    @Override
    public OrderLine read(ObjectNode fields) throws IOException {
        var name = parts.read(fields, OrderLine.Name.class);
        var request = parts.read(fields, OrderRequest.class);
        var facts = parts.read(fields, OrderLine.Facts.class);
        parts.require(name, request, facts);
        var now = clock.instant();
        return new OrderLine(name.id(), request.offer(now), facts.told(name.id(), now));
    }

    @Override
    public String key(OrderLine line) {
        return line.id().key();
    }

    @Override
    public Uni<List<Outcome>> take(SqlConnection connection, List<OrderLine> lines) {
        return orders.locked(connection, lines.stream().map(OrderLine::id).toList())
                .chain(known -> Multi.createFrom()
                        .iterable(lines)
                        .onItem()
                        .transformToUniAndConcatenate(line -> way(
                                line, Optional.ofNullable(known.get(line.id().key()))))
                        .collect()
                        .asList())
                .call(ways -> save(connection, ways).chain(announcements -> outbox.append(connection, announcements)))
                .map(ways -> ways.stream().map(OrderWay::outcome).toList());
    }

    private Uni<OrderWay> way(OrderLine line, Optional<StoredOrder> known) {
        return known.map(order -> Uni.createFrom().item(() -> OrderWay.on(order, line)))
                .orElseGet(() -> promises.complete(line.offer()).map(terms -> OrderWay.anew(line, terms)))
                .onFailure(OrderWay::isRefused)
                .recoverWithItem(OrderWay::refused);
    }

    /** First what is new, then step by step what became of each. */
    private Uni<List<Announcement>> save(SqlConnection connection, List<OrderWay> ways) {
        return Multi.createFrom()
                .iterable(OrderWay.rounds(ways))
                .onItem()
                .transformToUniAndConcatenate(round -> round.isPlacing()
                        ? orders.insertAll(connection, round.changes())
                        : orders.save(connection, round.changes()))
                .onItem()
                .transformToIterable(announcements -> announcements)
                .collect()
                .asList();
    }
}
