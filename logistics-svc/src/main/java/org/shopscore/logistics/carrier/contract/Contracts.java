package org.shopscore.logistics.carrier.contract;

import static org.shopscore.logistics.sql.Column.maybeText;
import static org.shopscore.logistics.sql.Column.number;
import static org.shopscore.logistics.sql.Column.text;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shopscore.logistics.carrier.VersionedTable;
import org.shopscore.logistics.carrier.VersionedTable.Put;
import org.shopscore.logistics.carrier.VersionedTable.Stored;
import org.shopscore.logistics.lane.Price;
import org.shopscore.logistics.sql.Column;

/** The contracts with all carriers. */
@ApplicationScoped
public class Contracts {

    private static final VersionedTable<Contract> TABLE = new VersionedTable<>(
            "carrier_contract",
            List.of(text("carrier", Contract::carrier), text("contract_id", Contract::contractId)),
            List.of(
                    day("from_day", Contract::from),
                    day("to_day", Contract::to),
                    text("terms_note", Contract::termsNote),
                    number(
                            "capacity_per_day",
                            contract -> contract.capacityPerDay().orElse(null)),
                    number(
                            "price_minor",
                            contract -> contract.price().map(Price::minor).orElse(null)),
                    maybeText("currency", contract -> contract.price().map(Price::currency))),
            Contracts::contract);

    private static final String ALL = "select " + TABLE.columns() + " from carrier_contract";
    private static final String ONE = ALL + " where carrier = $1 and contract_id = $2";
    private static final String PAGE = ALL + " where carrier = $1 and contract_id > $2 order by contract_id limit $3";
    private static final String IN_FORCE =
            ALL + " where from_day <= $1 and to_day >= $1 order by carrier, from_day, contract_id";

    private final Pool pool;

    Contracts(Pool pool) {
        this.pool = pool;
    }

    Uni<Put<Contract>> put(Contract given, String ifMatch) {
        return pool.withTransaction(connection -> TABLE.put(connection, given, ifMatch));
    }

    Uni<Optional<Stored<Contract>>> find(String carrier, String contractId) {
        return read(ONE, Tuple.of(carrier, contractId))
                .map(found -> found.stream().findFirst());
    }

    Uni<List<Stored<Contract>>> page(String carrier, String afterId, int limit) {
        return read(PAGE, Tuple.of(carrier, afterId, limit));
    }

    /** Those in force on a day, of several with one carrier the latest last. */
    public Uni<List<Contract>> inForce(LocalDate day) {
        return read(IN_FORCE, Tuple.of(day))
                .map(found -> found.stream().map(Stored::value).toList());
    }

    private Uni<List<Stored<Contract>>> read(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.stream().map(TABLE::stored).toList());
    }

    private static Contract contract(Row row) {
        return new Contract(
                row.getString("carrier"),
                row.getString("contract_id"),
                row.getLocalDate("from_day"),
                row.getLocalDate("to_day"),
                row.getString("terms_note"),
                Optional.ofNullable(row.getLong("capacity_per_day")),
                Optional.ofNullable(row.getLong("price_minor"))
                        .map(minor -> new Price(minor, row.getString("currency"))));
    }

    private static Column<Contract> day(String name, Function<Contract, LocalDate> of) {
        return new Column<>(name, "date", rows -> rows.stream().map(of).toArray(LocalDate[]::new));
    }
}
