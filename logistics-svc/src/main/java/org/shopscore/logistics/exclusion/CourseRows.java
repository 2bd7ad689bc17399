package org.shopscore.logistics.exclusion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.region.Region;

/** Reads where orders and their parcels were. */
final class CourseRows {

    private static final String VISITS = """
            select orders.key,
              array_remove(array_agg(distinct shipment.from_region) || orders.from_region, null) as places_from,
              array_remove(array_agg(distinct shipment.to_region) || orders.to_region, null) as places_to,
              array(select distinct region from shipment_order of_order
                join shipment parcel on parcel.key = of_order.shipment_key
                join scan using (carrier, waybill)
                where of_order.order_key = orders.key and region is not null) as places_scanned
            from orders left join shipment_order on order_key = orders.key
              left join shipment on shipment.key = shipment_key
            where orders.key = any($1) group by orders.key""";

    static Uni<Map<String, Course.Visits>> visits(SqlConnection connection, Collection<OrderId> orders) {
        return connection
                .preparedQuery(VISITS)
                .execute(Tuple.of(orders.stream().map(OrderId::key).toArray(String[]::new)))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.getString("key"), CourseRows::visits)));
    }

    private static Course.Visits visits(Row row) {
        return new Course.Visits(
                regions(row, "places_from"), regions(row, "places_to"), regions(row, "places_scanned"));
    }

    private static Set<Region> regions(Row row, String column) {
        return Arrays.stream(row.getArrayOfStrings(column)).map(Region::new).collect(Collectors.toSet());
    }

    private CourseRows() {}
}
