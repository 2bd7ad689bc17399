package org.shopscore.aggregator.entitlement.held;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.change.ChangeEvent;
import org.shopscore.aggregator.entitlement.standing.Standing;
import org.shopscore.aggregator.policy.Policy;

/** What is told when a shop begins or ceases to hold an entitlement. */
@ApplicationScoped
class EntitlementEvents {

    static final String TYPE = "org.shopscore.entitlement.v1";

    /** Of what waits for its day with the rest and is never told: {@link Outcomes} takes it out, and tells the review. */
    static final String REVIEW = "review";

    private record Data(
            String shopId, LocalDate statDate, String policyVersion, String code, boolean held, boolean corrected) {}

    private final ObjectMapper json;

    EntitlementEvents(ObjectMapper json) {
        this.json = json;
    }

    /** Of a run: told when its day is published. */
    List<ChangeEvent> ofRun(String shopId, Policy policy, Standing before, Standing after) {
        return after.changesFrom(before).stream()
                .map(change ->
                        event(shopId, policy, after, Optional.of(after.days().statDate()), change))
                .toList();
    }

    /** Of a corrected day: told at once. Of reviews, the review is told. */
    List<ChangeEvent> ofCorrection(String shopId, Policy policy, Standing before, Standing after) {
        return after.changesFrom(before).stream()
                .filter(change -> !change.isReview())
                .map(change -> event(shopId, policy, after, Optional.empty(), change))
                .toList();
    }

    private ChangeEvent event(
            String shopId, Policy policy, Standing after, Optional<LocalDate> with, Standing.Change change) {
        var data = new Data(
                shopId, after.days().statDate(), policy.reference(), change.code(), change.isHeld(), with.isEmpty());
        return new ChangeEvent(
                with, shopId, "entitlements/" + data.code(), change.isReview() ? REVIEW : TYPE, text(data));
    }

    private String text(Data data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
