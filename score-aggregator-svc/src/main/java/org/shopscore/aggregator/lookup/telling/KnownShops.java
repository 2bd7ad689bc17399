package org.shopscore.aggregator.lookup.telling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.shopscore.aggregator.official.newest.NewestScores;
import org.shopscore.aggregator.policy.inforce.PoliciesInForce;
import org.shopscore.aggregator.shop.Profiles;

/**
 * Shops that have a score though nothing need have been counted for them in the window: those that are registered, and those that have an
 * official score.
 */
@ApplicationScoped
public class KnownShops {

    private final Profiles profiles;
    private final NewestScores official;
    private final PoliciesInForce policies;

    KnownShops(Profiles profiles, NewestScores official, PoliciesInForce policies) {
        this.profiles = profiles;
        this.official = official;
        this.policies = policies;
    }

    /** Some of them twice. */
    Stream<String> of(int partition) {
        return Stream.concat(profiles.registered(partition), official.shopIds(partition));
    }

    /** About how many there are. */
    int size(int partition) {
        return Math.max(profiles.size(partition), official.size(partition));
    }

    /**
     * Those that are new on the day before, and no longer on the other, by the policy in force: nothing else makes another score of the
     * same sums as days pass (rules.md 5.4).
     */
    List<String> ceasingToBeNew(int partition, LocalDate before, LocalDate day) {
        int newDays = policies.now().policy().stages().newShopDays();
        return profiles.opened(partition, before.minusDays(newDays), day.minusDays(newDays))
                .toList();
    }
}
