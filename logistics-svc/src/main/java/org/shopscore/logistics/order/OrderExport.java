package org.shopscore.logistics.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.export.ExportAsk;
import org.shopscore.logistics.bulk.export.ExportKind;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.sql.Where;

/** Orders with all that was told of them, as files that {@link OrderImport} reads. */
@ApplicationScoped
class OrderExport implements ExportKind {

    private final Parts parts;

    OrderExport(Parts parts) {
        this.parts = parts;
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
    public String select(ExportAsk ask, Where where) {
        where.and("shop_id = ?", ask.shopId()).and("paid_at >= ?", ask.from()).and("paid_at < ?", ask.to());
        return "select " + OrderColumns.ALL + " from orders" + where.text() + " order by paid_at, key";
    }

    @Override
    public ObjectNode line(Row row) {
        var order = OrderColumns.stored(row);
        var account = order.order().account();
        return parts.line(
                OrderLine.Name.of(order.id()), OrderRequest.of(account.terms()), OrderLine.Facts.of(account.reports()));
    }
}
