package org.shopscore.aggregator.entitlement.held;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shopscore.aggregator.change.ChangeEvent;
import org.shopscore.aggregator.policy.Policy;

/** What is told when a shop begins or ceases to hold an entitlement. */
@ApplicationScoped
class EntitlementEvents {

    static final String TYPE = "org.shopscore.entitlement.v1";

    private record Data(
            String shopId, LocalDate statDate, String policyVersion, String code, boolean held, boolean corrected) {}

    private final ObjectMapper json;

    EntitlementEvents(ObjectMapper json) {
        this.json = json;
    }

    /** Of a run: told when its day is published, but for what only opens a review, which {@link Outcomes} takes out then. */
    List<ChangeEvent> ofRun(String shopId, Policy policy, Standing before, Standing after) {
        return of(shopId, policy, after, Optional.of(after.days().statDate()), after.differencesFrom(before).stream());
    }

    /** Of a corrected day: told at once. Of what only opens a review, the review is told. */
    List<ChangeEvent> ofCorrection(String shopId, Policy policy, Standing before, Standing after) {
        Set<String> reviews = policy.reviews();
        return of(
                shopId,
                policy,
                after,
                Optional.empty(),
                after.differencesFrom(before).stream().filter(code -> !reviews.contains(code)));
    }

    private List<ChangeEvent> of(
            String shopId, Policy policy, Standing after, Optional<LocalDate> with, Stream<String> codes) {
        return codes.map(code -> new Data(
                        shopId,
                        after.days().statDate(),
                        policy.reference(),
                        code,
                        after.since().containsKey(code),
                        with.isEmpty()))
                .map(data -> new ChangeEvent(with, shopId, "entitlements/" + data.code(), TYPE, text(data)))
                .toList();
    }

    private String text(Data data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
