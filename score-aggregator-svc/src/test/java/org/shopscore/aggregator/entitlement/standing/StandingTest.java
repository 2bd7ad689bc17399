package org.shopscore.aggregator.entitlement.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.entitlement.standing.Standing.Change;

/** What a shop goes on with from one day to the next, also over a policy that means something else by a code. */
class StandingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

    @Test
    void whatEndsIsToldBeforeWhatBeginsAndWhatStaysIsNot() {
        assertThat(held("ads", "campaign").changesFrom(held("ads", "alliance")))
                .containsExactly(new Change("alliance", false, false), new Change("campaign", false, true));
    }

    @Test
    void aReviewIsNotWhatAnotherPolicyGrantsUnderItsCode() {
        Standing granted = held("quality");
        Standing reviewed = new Standing(Map.of("quality", DAY), Set.of("quality"), Set.of(), OfficialDays.none(DAY));

        assertThat(granted.sinceFor(Set.of("quality"))).isEmpty();
        assertThat(reviewed.sinceFor(Set.of())).isEmpty();
        assertThat(reviewed.sinceFor(Set.of("quality"))).containsEntry("quality", DAY);
        assertThat(reviewed.changesFrom(granted))
                .containsExactly(new Change("quality", false, false), new Change("quality", true, true));
        assertThat(granted.withReviewsOf(reviewed).sinceFor(Set.of("quality"))).containsEntry("quality", DAY);
    }

    private static Standing held(String... codes) {
        var since = new TreeMap<String, LocalDate>();
        for (String code : codes) {
            since.put(code, DAY);
        }
        return new Standing(since, Set.of(), Set.of(), OfficialDays.none(DAY));
    }
}
