package org.shopscore.customerservice.session;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.shopscore.customerservice.session.Message.Author;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.EmitterOps;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OpsTest extends EmitterOps {

    private static final String API = "/v1/shops/{shopId}/sessions/{sessionId}";

    @Inject
    Pool pool;

    OpsTest() {
        super("turns_overdue_total", API, API + "/handover", API + "/messages/{messageId}");
    }

    @Override
    protected Contribution tell(String shopId) {
        var desk = Desk.of(shopId);
        desk.starts(StartsWith.HUMAN);
        desk.says("m-1", Author.BUYER, 0);
        desk.says("m-2", Author.HUMAN, 30);
        return Contribution.none()
                .plus(desk.at(0), "chat.turns", 1)
                .plus(desk.at(0), "chat.turns-within-3min", 1)
                .plus(desk.at(0), "chat.reply-seconds", 30);
    }

    @Override
    protected void keep(String shopId, Contribution sent) {
        pool.query("update chat_session set contribution = '%s' where key = '%s/c-1'"
                        .formatted(EventJson.write(sent), shopId))
                .executeAndAwait();
    }
}
