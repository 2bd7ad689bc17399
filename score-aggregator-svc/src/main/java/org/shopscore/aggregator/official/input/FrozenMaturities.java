package org.shopscore.aggregator.official.input;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.problem.Refused;

/** What frozen inputs hold besides the sums of measures: what some policy counted as it matures when they were frozen. */
public final class FrozenMaturities {

    private static final String LACKING = """
            select max(stat_date) from official_lane where stat_date between $1 and $2 and not matured @> $3
            """;

    /** Of a row that has the column, or null in its place. */
    public static Maturities of(Row row) {
        String[] matured = row.getArrayOfStrings("matured");
        return matured == null || matured.length == 0 ? Maturities.NONE : Maturities.named(List.of(matured));
    }

    /**
     * @param to the last day, included
     * @return the newest of the days whose inputs are frozen without something that is asked for
     */
    public static Uni<Optional<LocalDate>> lacking(SqlClient client, LocalDate from, LocalDate to, Maturities asked) {
        return asked.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : client.preparedQuery(LACKING)
                        .execute(Tuple.of(from, to, asked.names().toArray(String[]::new)))
                        .map(rows -> Optional.ofNullable(rows.iterator().next().getLocalDate(0)));
    }

    /**
     * What the inputs of a day did not hold when they were frozen they never will.
     *
     * @return fails with {@link Refused} 409 {@code maturity-not-frozen} where they lack something of what the policy counts
     */
    public static Uni<Void> require(SqlClient client, LocalDate from, LocalDate to, Policy policy) {
        return lacking(client, from, to, policy.maturities())
                .invoke(lacking -> lacking.ifPresent(day -> {
                    throw new Refused(
                                    409,
                                    "maturity-not-frozen",
                                    "the inputs of " + day + " were frozen before anything of them was counted as "
                                            + policy.reference() + " has it mature: those of later days are")
                            .with("newestDay", day);
                }))
                .replaceWithVoid();
    }

    private FrozenMaturities() {}
}
