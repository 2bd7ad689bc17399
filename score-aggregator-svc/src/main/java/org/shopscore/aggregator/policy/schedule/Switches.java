package org.shopscore.aggregator.policy.schedule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.shopscore.aggregator.entitlement.held.RunLock;
import org.shopscore.aggregator.official.input.FrozenMaturities;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.policy.inforce.PlanRows;
import org.shopscore.aggregator.policy.inforce.PoliciesInForce;
import org.shopscore.aggregator.policy.plan.Switch;
import org.shopscore.aggregator.policy.version.Said;
import org.shopscore.aggregator.policy.version.Versions;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;

/** The switches of the plan, one edit of it at a time. */
@ApplicationScoped
class Switches {

    /** The lead of a switch is longer than that and the time for which a process trusts the plan that it has read. */
    private static final String END_SOON = "set local transaction_timeout = '2s'";

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** @param revision of the whole plan: it grows with each edit */
    record Planned(SwitchView view, long revision, boolean isNew) {}

    private final Pool pool;
    private final PlanRows plan;
    private final Versions versions;
    private final PoliciesInForce inForce;
    private final StoredPolicies policies;

    Switches(Pool pool, PlanRows plan, Versions versions, PoliciesInForce inForce, StoredPolicies policies) {
        this.pool = pool;
        this.plan = plan;
        this.versions = versions;
        this.inForce = inForce;
        this.policies = policies;
    }

    /** By number, in the order in which they were made. */
    Uni<NavigableMap<Long, SwitchView>> page(long after, int size) {
        return plan.read(pool)
                .chain(read -> SwitchRows.page(pool, after, size).map(rows -> {
                    var page = new TreeMap<Long, SwitchView>();
                    rows.forEach(row -> page.put(row.getLong("id"), SwitchView.of(row, read)));
                    return page;
                }));
    }

    Uni<Long> revision() {
        return SwitchRows.revision(pool);
    }

    /** @return fails with {@link Refused} 404 {@code unknown-switch} */
    Uni<Planned> find(String switchId) {
        return found(pool, switchId, false);
    }

    /**
     * Adds a switch to the plan; the same again changes nothing.
     *
     * @param ifMatch the revision of the plan that the caller has seen; null for whatever it is
     * @return fails with {@link Refused} 409, 412, 422 as the resource says
     */
    Uni<Planned> put(String switchId, SwitchBody body, String ifMatch) {
        return edit(
                ifMatch,
                connection -> SwitchRows.find(connection, switchId)
                        .chain(known -> known.isPresent()
                                ? same(connection, switchId, known.get(), body)
                                : added(connection, switchId, body)));
    }

    private Uni<Planned> same(SqlClient client, String switchId, Row known, SwitchBody body) {
        return found(client, switchId, false).invoke(found -> {
            if (!SwitchRows.isOf(known, body)) {
                throw new Refused(409, "switch-exists", switchId + " is another switch, and is never changed")
                        .with("known", found.view());
            }
        });
    }

    private Uni<Planned> added(SqlConnection connection, String switchId, SwitchBody body) {
        return plan.read(connection)
                .chain(read -> versions.find(connection, body.policy(), read)
                        .map(found -> found.orElseThrow(() -> Refused.field(
                                422, "unknown-policy", "policy", "must be a version that is stored", body.policy())))
                        .map(version -> Scheduling.check(version, read, switchId, body)))
                .chain(next -> notBegun(connection, next)
                        .chain(() -> policies.named(connection, next.policy()))
                        .chain(policy -> FrozenMaturities.require(connection, next.effectiveFrom(), LAST, policy))
                        .chain(() -> PlanCodes.planned(connection))
                        .chain(planned ->
                                PlanCodes.of(connection, next.policy()).invoke(planned::requireRoomFor))
                        .chain(() -> SwitchRows.add(connection, switchId, next, body)))
                .chain(() -> found(connection, switchId, true));
    }

    /**
     * Takes a switch out of the plan; the same again changes nothing.
     *
     * @return fails with {@link Refused} 404; 409 {@code too-late}, {@code day-begun}, {@code switch-cancelled}
     */
    Uni<Planned> cancel(String switchId, Said said, String ifMatch) {
        return edit(
                ifMatch,
                connection -> plan.read(connection)
                        .chain(read -> found(connection, switchId, false).chain(known -> {
                            if (known.view().cancelled().isPresent()) {
                                return known.view().cancelled().get().isSaid(said)
                                        ? Uni.createFrom().item(known)
                                        : Uni.createFrom()
                                                .failure(new Refused(
                                                                409,
                                                                "switch-cancelled",
                                                                switchId + " was cancelled otherwise")
                                                        .with("known", known.view()));
                            }
                            Scheduling.checkLead(known.view().visibleFrom(), read.now());
                            return SwitchRows.find(connection, switchId)
                                    .map(row -> PlanRows.planned(row.orElseThrow()))
                                    .chain(one -> notBegun(connection, one))
                                    .chain(() -> SwitchRows.cancel(connection, switchId, said))
                                    .chain(() -> found(connection, switchId, false));
                        })));
    }

    private Uni<Planned> edit(String ifMatch, Function<SqlConnection, Uni<Planned>> change) {
        return pool.withTransaction(connection -> connection
                        .query(END_SOON)
                        .execute()
                        .chain(() -> connection.query(PlanRows.LOCK).execute())
                        .chain(() -> RunLock.take(connection))
                        .chain(() -> SwitchRows.revision(connection))
                        .invoke(revision -> {
                            if (ifMatch != null) {
                                IfMatch.require(ifMatch, revision);
                            }
                        })
                        .chain(() -> change.apply(connection)))
                .call(inForce::refresh);
    }

    /** Official scores of a day are made by one policy, once it has begun to be run. */
    private static Uni<Void> notBegun(SqlClient client, Switch next) {
        return SwitchRows.begun(client, next.effectiveFrom())
                .invoke(begun -> begun.ifPresent(day -> {
                    throw new Refused(
                                    409,
                                    "day-begun",
                                    "official scores are made up to " + day + ": a switch takes effect after it")
                            .with("newestDay", day);
                }))
                .replaceWithVoid();
    }

    private Uni<Planned> found(SqlClient client, String switchId, boolean isNew) {
        return plan.read(client)
                .chain(read -> SwitchRows.find(client, switchId)
                        .chain(row -> SwitchRows.revision(client)
                                .map(revision -> new Planned(
                                        SwitchView.of(row.orElseThrow(() -> unknown(switchId)), read),
                                        revision,
                                        isNew))));
    }

    private static Refused unknown(String switchId) {
        return new Refused(404, "unknown-switch", "there is no switch " + switchId);
    }
}
