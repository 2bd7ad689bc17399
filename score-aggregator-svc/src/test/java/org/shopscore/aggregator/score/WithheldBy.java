package org.shopscore.aggregator.score;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.WindowSums;

/** The policy that the product ships, with verdicts that withhold a score. */
public final class WithheldBy {

    public static Policy brushing() {
        return policy("verdict.brushing");
    }

    static Policy policy(String... verdicts) {
        String list = Arrays.stream(verdicts).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return PolicyFile.read(
                "withheld.json",
                Shipped.document()
                        .replace("\"newShopDays\": 90}", "\"newShopDays\": 90, \"withheldBy\": [" + list + "]}"));
    }

    /** Of a shop that is not registered. */
    public static ScoreSheet score(WindowSums sums) {
        return new ScoreEngine(brushing()).score(sums, Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY);
    }

    private WithheldBy() {}
}
