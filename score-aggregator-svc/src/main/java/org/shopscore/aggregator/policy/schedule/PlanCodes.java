package org.shopscore.aggregator.policy.schedule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Set;
import java.util.TreeSet;
import org.shopscore.problem.Refused;

/**
 * The codes that policies name. A process gives each that it meets a place in the compact binary form, and never takes one back: a code
 * without a place could not be said in it (docs/compact-scores.md). So there are places for all policies of the plan, past ones too.
 *
 * @param entitlements without those that only open a review
 */
record PlanCodes(Set<String> entitlements, Set<String> levels) {

    /** An item has a bit for each. */
    static final int MOST_ENTITLEMENTS = 32;

    /** An item has a byte for one, of which 255 says none. */
    static final int MOST_LEVELS = 255;

    private static final String CODES = """
            with documents as (select document::json as body from policy_document where %s)
            select array(select distinct e.one ->> 'code'
                           from documents d, json_array_elements(d.body -> 'entitlements') as e (one)
                          where e.one ->> 'decision' is null) as entitlements,
                   array(select distinct l.one ->> 'code'
                           from documents d, json_array_elements(d.body -> 'levels') as l (one)) as levels
            """;
    private static final String OF_ONE = CODES.formatted("reference = $1");
    private static final String OF_THE_PLAN =
            CODES.formatted("reference in (select policy from policy_switch where cancelled_at is null)");

    PlanCodes {
        entitlements = Set.copyOf(entitlements);
        levels = Set.copyOf(levels);
    }

    static Uni<PlanCodes> planned(SqlClient client) {
        return client.query(OF_THE_PLAN)
                .execute()
                .map(rows -> PlanCodes.of(rows.iterator().next()));
    }

    static Uni<PlanCodes> of(SqlClient client, String policy) {
        return client.preparedQuery(OF_ONE)
                .execute(Tuple.of(policy))
                .map(rows -> PlanCodes.of(rows.iterator().next()));
    }

    private static PlanCodes of(Row row) {
        return new PlanCodes(Set.of(row.getArrayOfStrings("entitlements")), Set.of(row.getArrayOfStrings("levels")));
    }

    /**
     * Of a policy that is to follow. One that names no other codes is always taken: it leads back from one that does.
     *
     * @throws Refused 409 {@code too-many-codes}
     */
    void requireRoomFor(PlanCodes next) {
        require("entitlements", entitlements, next.entitlements, MOST_ENTITLEMENTS);
        require("levels", levels, next.levels, MOST_LEVELS);
    }

    private static void require(String what, Set<String> known, Set<String> next, int most) {
        var all = new TreeSet<String>(known);
        if (all.addAll(next) && all.size() > most) {
            throw new Refused(
                            409,
                            "too-many-codes",
                            "the policies of the plan would name %d different %s, and the compact binary form has places for %d: name them as policies before did"
                                    .formatted(all.size(), what, most))
                    .with(what, all);
        }
    }
}
