package org.shopscore.aggregator.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.shopscore.aggregator.policy.inforce.PoliciesInForce;
import org.shopscore.aggregator.shop.Profiles;

/** Registered shops that cease to be new: nothing else makes another score of the same sums as days pass (rules.md 5.4). */
@ApplicationScoped
class AgedShops {

    private final Profiles profiles;
    private final PoliciesInForce policies;

    AgedShops(Profiles profiles, PoliciesInForce policies) {
        this.profiles = profiles;
        this.policies = policies;
    }

    /** Those of the partition that are new on the day before, and no longer on the other, by the policy in force. */
    List<String> between(int partition, LocalDate before, LocalDate day) {
        int newDays = policies.now().policy().stages().newShopDays();
        return profiles.opened(partition, before.minusDays(newDays), day.minusDays(newDays))
                .toList();
    }
}
