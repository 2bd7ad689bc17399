package org.shopscore.aggregator.entitlement.held;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.change.ChangeEvent;

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

    /** Of a run: told when its day is published. */
    List<ChangeEvent> ofRun(String shopId, String policy, Standing before, Standing after) {
        return of(shopId, policy, before, after, Optional.of(after.days().statDate()));
    }

    /** Of a corrected day: told at once. */
    List<ChangeEvent> ofCorrection(String shopId, String policy, Standing before, Standing after) {
        return of(shopId, policy, before, after, Optional.empty());
    }

    private List<ChangeEvent> of(
            String shopId, String policy, Standing before, Standing after, Optional<LocalDate> with) {
        return after.differencesFrom(before).stream()
                .map(code -> new Data(
                        shopId,
                        after.days().statDate(),
                        policy,
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
