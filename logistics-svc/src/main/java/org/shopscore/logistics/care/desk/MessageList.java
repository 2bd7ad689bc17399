package org.shopscore.logistics.care.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shopscore.logistics.care.message.MessageState;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** Reads the log of the messages, the newest first. */
@ApplicationScoped
class MessageList {

    /** What is asked for. */
    record Asked(
            String shopId,
            Optional<String> orderId,
            Optional<Stage> stage,
            Optional<MessageState> state,
            int pageSize) {

        /** States and stages stand in the statement as they are, so that the index for the few that matter is found. */
        private String where() {
            return "shop_id = $1"
                    + orderId.map(_ -> " and order_key = $5").orElse(" and $5::text is null")
                    + stage.map(one -> " and stage = '" + one + "'").orElse("")
                    + state.map(one -> " and state = '" + one + "'").orElse("");
        }

        private String orderKey() {
            return orderId.map(id -> new OrderId(shopId, id).key()).orElse(null);
        }
    }

    private record Last(Instant madeAt, UUID id) {
        private static final Last NONE = new Last(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));
    }

    private final Pool pool;

    MessageList(Pool pool) {
        this.pool = pool;
    }

    Uni<MessageView.Page> page(Asked asked, String pageToken) {
        Last last = last(pageToken);
        return pool.preparedQuery("select " + MessageView.COLUMNS + " from care_message where " + asked.where()
                        + " and (made_at, id) < ($2, $3) order by made_at desc, id desc limit $4")
                .execute(Tuple.of(
                        asked.shopId(),
                        last.madeAt().atOffset(ZoneOffset.UTC),
                        last.id(),
                        asked.pageSize() + 1,
                        asked.orderKey()))
                .map(rows -> page(rows.stream().map(MessageView::of).toList(), asked.pageSize()));
    }

    private static MessageView.Page page(List<MessageView> found, int size) {
        if (found.size() <= size) {
            return new MessageView.Page(found, Optional.empty());
        }
        var last = found.get(size - 1);
        return new MessageView.Page(
                found.subList(0, size),
                Optional.of(
                        PageToken.of(last.madeAt().toString(), last.messageId().toString())));
    }

    private static Last last(String pageToken) {
        try {
            return PageToken.read(pageToken, 2)
                    .map(key -> new Last(Instant.parse(key.getFirst()), UUID.fromString(key.getLast())))
                    .orElse(Last.NONE);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw Refused.field(
                    400, "invalid-page-token", "pageToken", "must be one that this list has given", pageToken);
        }
    }
}
