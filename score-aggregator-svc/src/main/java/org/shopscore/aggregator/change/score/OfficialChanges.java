package org.shopscore.aggregator.change.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shopscore.aggregator.change.ToldEvent;
import org.shopscore.aggregator.change.score.OfficialChange.Standing;

/** What is told of one shop's official score, where it really changed, or may have without being told. The id is made of what it is about, so that a repetition shows. */
@ApplicationScoped
class OfficialChanges {

    /** More than a score is ever revised. */
    private static final long REVISIONS = 100_000;

    private final ObjectMapper json;

    OfficialChanges(ObjectMapper json) {
        this.json = json;
    }

    Optional<ToldEvent> of(Row row, LocalDate statDate, boolean isCorrected) {
        var now = new Standing(
                row.getString("stage"),
                text(row.getBigDecimal("published")),
                row.getString("level"),
                text(row.getBigDecimal("traffic_weight")));
        var before = new Standing(
                row.getString("before_stage"),
                text(row.getBigDecimal("before_published")),
                row.getString("before_level"),
                text(row.getBigDecimal("before_weight")));
        return now.isAs(before) && !row.getBoolean("uncertain")
                ? Optional.empty()
                : Optional.of(event(row, statDate, now, isCorrected));
    }

    private ToldEvent event(Row row, LocalDate statDate, Standing now, boolean isCorrected) {
        String shop = row.getString("shop_id");
        int revision = Optional.ofNullable(row.getInteger("revision")).orElse(0);
        var change = new OfficialChange(
                shop,
                statDate,
                revision,
                row.getString("policy"),
                now.stage(),
                now.published(),
                now.level(),
                now.trafficWeight(),
                isCorrected);
        return new ToldEvent(
                statDate.toEpochDay() * REVISIONS + revision,
                UUID.nameUUIDFromBytes(
                        (shop + "/official/" + statDate + "/" + revision).getBytes(StandardCharsets.UTF_8)),
                shop,
                shop + "/score/official",
                OfficialChange.TYPE,
                row.getOffsetDateTime("happened_at").toInstant(),
                written(change));
    }

    private String written(OfficialChange change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
