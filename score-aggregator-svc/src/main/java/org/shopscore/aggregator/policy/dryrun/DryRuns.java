package org.shopscore.aggregator.policy.dryrun;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.shopscore.aggregator.official.input.FrozenMaturities;
import org.shopscore.aggregator.policy.effect.Tally;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.policy.plan.Life;
import org.shopscore.aggregator.policy.version.Versions;
import org.shopscore.metric.Lane;
import org.shopscore.problem.Refused;

/** The dry runs as operators ask for them and read them. */
@ApplicationScoped
class DryRuns {

    private static final String SELECT = """
            select r.id, r.dry_run_id, r.policy, d.policy as against, r.stat_date, r.requested_at, r.finished_at, r.failure,
                   (select count(averages) from policy_dry_run_lane l where l.dry_run_id = r.dry_run_id) as averaged,
                   (select count(tally) from policy_dry_run_lane l where l.dry_run_id = r.dry_run_id) as scored
              from policy_dry_run r join official_day d on d.stat_date = r.stat_date
            """;
    private static final String ONE = SELECT + " where r.dry_run_id = $1";
    private static final String PAGE =
            SELECT + " where r.id > $1 and ($2::text is null or r.policy = $2) order by r.id limit $3";
    private static final String TALLIES = "select tally from policy_dry_run_lane where dry_run_id = $1";
    private static final String DAY = """
            select max(stat_date) from official_day where published_at is not null and ($1::date is null or stat_date = $1)
            """;
    private static final String BEGIN =
            "insert into policy_dry_run (dry_run_id, policy, stat_date) values ($1, $2, $3) on conflict do nothing";
    private static final String LANES =
            "insert into policy_dry_run_lane (dry_run_id, partition) select $1, generate_series(0, $2)";

    private final Pool pool;
    private final Versions versions;
    private final Texts texts;
    private final StoredPolicies policies;

    DryRuns(Pool pool, Versions versions, Texts texts, StoredPolicies policies) {
        this.pool = pool;
        this.versions = versions;
        this.texts = texts;
        this.policies = policies;
    }

    /**
     * Has a version tried; the same again changes nothing.
     *
     * @return fails with {@link Refused} 409 {@code dry-run-exists}, {@code no-official-day}, {@code maturity-not-frozen}; 422 {@code unknown-policy},
     *     {@code day-not-published}
     */
    Uni<DryRun> put(String dryRunId, DryRunBody body) {
        return versions.find(body.policy())
                .onFailure(Refused.class)
                .transform(_ -> Refused.field(
                        422, "unknown-policy", "policy", "must be a version that is stored", body.policy()))
                .invoke(version -> {
                    if (version.withdrawal().isPresent()) {
                        throw Versions.forbids(version.policy(), new Life.Withdrawn());
                    }
                })
                .chain(_ -> row(dryRunId))
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().voidItem()
                        : pool.withTransaction(connection -> begin(connection, dryRunId, body)))
                .chain(() -> find(dryRunId))
                .invoke(found -> requireSame(found, body));
    }

    private Uni<Void> begin(SqlConnection connection, String dryRunId, DryRunBody body) {
        return connection
                .preparedQuery(DAY)
                .execute(Tuple.of(body.statDate().orElse(null)))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLocalDate(0))
                        .orElseThrow(() -> noDay(body.statDate())))
                .call(day -> policies.named(connection, body.policy())
                        .chain(policy -> FrozenMaturities.require(connection, day, day, policy)))
                .chain(day -> connection.preparedQuery(BEGIN).execute(Tuple.of(dryRunId, body.policy(), day)))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(LANES)
                                .execute(Tuple.of(dryRunId, Lane.COUNT - 1))
                                .replaceWithVoid());
    }

    private static Refused noDay(Optional<LocalDate> asked) {
        return asked.map(day -> Refused.field(
                        422, "day-not-published", "statDate", "must be a day whose official scores are published", day))
                .orElseGet(() -> new Refused(
                        409, "no-official-day", "no day has official scores yet, and so none can be scored again"));
    }

    private static void requireSame(DryRun found, DryRunBody body) {
        boolean isSame = found.policy().equals(body.policy())
                && body.statDate().filter(day -> !day.equals(found.statDate())).isEmpty();
        if (!isSame) {
            throw new Refused(
                            409,
                            "dry-run-exists",
                            found.dryRunId() + " tries " + found.policy() + " on " + found.statDate())
                    .with("known", found);
        }
    }

    /** @return fails with {@link Refused} 404 {@code unknown-dry-run} */
    Uni<DryRun> find(String dryRunId) {
        return row(dryRunId)
                .map(row ->
                        row.orElseThrow(() -> new Refused(404, "unknown-dry-run", "there is no dry run " + dryRunId)))
                .chain(row -> row.getOffsetDateTime("finished_at") == null || row.getString("failure") != null
                        ? Uni.createFrom().item(dryRun(row, Optional.empty()))
                        : pool.preparedQuery(TALLIES)
                                .execute(Tuple.of(dryRunId))
                                .map(rows -> rows.stream()
                                        .map(lane -> texts.tally(lane.getString(0)))
                                        .reduce(Tally.NONE, Tally::plus))
                                .map(tally -> dryRun(row, Optional.of(TallyView.of(tally)))));
    }

    /** By number, in the order in which they were asked for; without their results. */
    Uni<NavigableMap<Long, DryRun>> page(long after, String policy, int size) {
        return pool.preparedQuery(PAGE).execute(Tuple.of(after, policy, size)).map(rows -> {
            var page = new TreeMap<Long, DryRun>();
            rows.forEach(row -> page.put(row.getLong("id"), dryRun(row, Optional.empty())));
            return page;
        });
    }

    private Uni<Optional<Row>> row(String dryRunId) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(dryRunId))
                .map(rows -> rows.stream().findFirst());
    }

    private static DryRun dryRun(Row row, Optional<TallyView> result) {
        Optional<String> failure = Optional.ofNullable(row.getString("failure"));
        var finished = Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant);
        return new DryRun(
                row.getString("dry_run_id"),
                row.getString("policy"),
                row.getString("against"),
                row.getLocalDate("stat_date"),
                failure.isPresent() ? "FAILED" : finished.isPresent() ? "FINISHED" : "RUNNING",
                row.getLong("averaged").intValue(),
                row.getLong("scored").intValue(),
                row.getOffsetDateTime("requested_at").toInstant(),
                finished,
                failure,
                result);
    }
}
