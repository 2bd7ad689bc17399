package org.shopscore.aggregator.policy.inforce;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.BadPolicy;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.policy.metric.Maturities;

/** What the policies that are stored count as it matures. A version that was withdrawn asks for nothing any more, but for its own days. */
public final class PolicyMaturities {

    private static final Logger LOG = Logger.getLogger(PolicyMaturities.class);
    private static final String STORED = "select reference from policy_document where withdrawn_at is null";

    private final StoredPolicies policies = new StoredPolicies();
    private final PlanRows plan = new PlanRows(policies);

    /** Of all versions that may come into force. */
    public Uni<Maturities> now(SqlClient client) {
        return client.query(STORED)
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> of(client, row.getString("reference")))
                .collect()
                .in(Sum::new, Sum::add)
                .map(sum -> sum.all);
    }

    /** One that an older release has taken in, and this one would not, cannot come into force. */
    private Uni<Maturities> of(SqlClient client, String reference) {
        return policies.named(client, reference)
                .map(Policy::maturities)
                .onFailure(BadPolicy.class)
                .invoke(failure -> LOG.debugf("policy=unreadable reference=%s cause=%s", reference, failure))
                .onFailure(BadPolicy.class)
                .recoverWithItem(Maturities.NONE);
    }

    /** Of the policy that the plan has for a day that was not run. */
    public Uni<Maturities> of(SqlClient client, LocalDate statDate) {
        return plan.plan(client)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().item(Maturities.NONE)
                        : of(client, known.get().of(statDate).policy()));
    }

    private static final class Sum {

        private Maturities all = Maturities.NONE;

        void add(Maturities more) {
            all = all.and(more);
        }
    }
}
