package org.shopscore.logistics.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PurgeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Purge purge;

    @Inject
    Pool pool;

    private final String endpointId = "endpoint-" + UUID.randomUUID();

    @Test
    void whatIsOlderThanThirtyDaysGoesUnlessItIsStillToBeRead() {
        store("old-done", "DONE", 31, 1_500);
        store("old-broken", "BROKEN", 31, 1);
        store("old-new", "NEW", 31, 1);
        store("young-done", "DONE", 29, 1);
        purge.run().await().atMost(PATIENCE);
        assertThat(left()).containsExactlyInAnyOrder("old-new-1", "young-done-1");
    }

    /** A new one is due far ahead, so that nobody reads it meanwhile. */
    private void store(String key, String state, int daysAgo, int copies) {
        pool.preparedQuery("""
                        insert into webhook_delivery (provider, endpoint_id, event_key, body, received_at, state, due_at)
                        select 'standard', $1, $2 || '-' || n, 'x', now() - $4 * interval '1 day', $3, now() + interval '1 day'
                        from generate_series(1, $5) n""")
                .execute(Tuple.of(endpointId, key, state, daysAgo, copies))
                .await()
                .atMost(PATIENCE);
    }

    private List<String> left() {
        return pool
                .preparedQuery("select event_key from webhook_delivery where endpoint_id = $1")
                .execute(Tuple.of(endpointId))
                .await()
                .atMost(PATIENCE)
                .stream()
                .map(row -> row.getString("event_key"))
                .toList();
    }
}
