package org.shopscore.aggregator.termination;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.shopscore.aggregator.change.ChangeEvent;

/** What is told of a review. Who decided it and in which words stays in the case. */
@ApplicationScoped
class ReviewEvents {

    private static final String TYPE = "org.shopscore.termination-review.v1";

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Data(UUID caseId, String shopId, String code, String state, Optional<String> outcome) {}

    private final ObjectMapper json;

    ReviewEvents(ObjectMapper json) {
        this.json = json;
    }

    ChangeEvent of(Row row) {
        var data = new Data(
                row.getUUID("case_id"),
                row.getString("shop_id"),
                row.getString("code"),
                row.getString("state"),
                Optional.ofNullable(row.getString("decision")));
        return new ChangeEvent(Optional.empty(), data.shopId(), "reviews/" + data.code(), TYPE, text(data));
    }

    private String text(Data data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
