package org.shopscore.logistics.care.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.care.message.MessageState;
import org.shopscore.logistics.care.setting.Channel;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.sql.Fields;

/** A message as the log has it; its text is not kept. */
@Schema(name = "CareMessage")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record MessageView(
        @Schema(description = "the idempotency key towards the provider")
        UUID messageId,

        @Schema(examples = "order-1001") String orderId,
        Stage stage,

        @Schema(description = "when the order came to the stage")
        Instant reachedAt,

        MessageState state,

        @Schema(
                description =
                        "of SKIPPED one of TOO_OLD, ORDER_CANCELLED, OVERTAKEN, EXCEPTION_OVER, SWITCHED_OFF, OPTED_OUT; of REJECTED"
                                + " what the provider answered",
                examples = "OVERTAKEN")
        Optional<String> reason,

        @Schema(description = "when it is looked at next, of one that waits")
        Optional<Instant> dueAt,

        Optional<Channel> channel,
        @Schema(examples = "zh-CN") Optional<String> language,
        @Schema(description = "at the provider") int attempts,
        Instant madeAt,
        Optional<Instant> queuedAt,
        Optional<Instant> endedAt) {

    static final String COLUMNS =
            "id, order_key, stage, reached_at, state, reason, due_at, channel, language, attempts,"
                    + " made_at, queued_at, ended_at";

    /** The newest first. */
    @Schema(name = "CareMessages")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<MessageView> messages, Optional<String> nextPageToken) {}

    static MessageView of(Row row) {
        var state = MessageState.valueOf(row.getString("state"));
        return new MessageView(
                row.getUUID("id"),
                row.getString("order_key").split("/", 2)[1],
                Stage.valueOf(row.getString("stage")),
                Fields.instant(row, "reached_at"),
                state,
                Fields.maybeText(row, "reason"),
                Fields.maybeInstant(row, "due_at").filter(_ -> state == MessageState.WAITING),
                Fields.maybeText(row, "channel").map(Channel::valueOf),
                Fields.maybeText(row, "language"),
                row.getInteger("attempts"),
                Fields.instant(row, "made_at"),
                Fields.maybeInstant(row, "queued_at"),
                Fields.maybeInstant(row, "ended_at"));
    }
}
