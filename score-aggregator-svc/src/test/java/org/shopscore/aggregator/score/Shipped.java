package org.shopscore.aggregator.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.WindowSums;

/** The policy that the product ships. */
public final class Shipped {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    public static final Policy POLICY = PolicyFile.read("exp-score-5.json", document());

    private static final ScoreEngine ENGINE = new ScoreEngine(POLICY);

    /** The score of a shop that is not registered. */
    public static ScoreSheet score(WindowSums sums) {
        return score(sums, Priors.DEFAULT, ShopProfile.UNKNOWN);
    }

    public static ScoreSheet score(WindowSums sums, String flag) {
        return score(
                sums,
                Priors.DEFAULT,
                new ShopProfile(
                        Optional.empty(), Optional.empty(), Optional.empty(), Set.of(flag), OptionalInt.empty()));
    }

    public static ScoreSheet score(WindowSums sums, Priors priors, ShopProfile profile) {
        return ENGINE.score(sums, priors, profile, DAY);
    }

    public static String document() {
        try (InputStream in = Shipped.class.getResourceAsStream("/policy/exp-score-5.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with the official fixed points instead of padding (rules.md 5.6). */
    public static String fixedDocument() {
        return document().replace("{\"kind\": \"padToCategoryAverage\"}", """
                {"kind": "fixed", "points": "4.50", "ordersBelow": 500, "slowOrdersBelow": 300, "slowCategories": ["furniture"], \
                "badAtMost": 3, "samplesAtMost": {"chatDissatisfactionRate": 3}, "badMeasures": {"productRating": "review.negative"}}""");
    }

    /** The same with weights of categories. */
    public static String documentWeighing(String categoryWeights) {
        return document()
                .replace(
                        " \"mandatoryFeeds\"", " \"categoryWeights\": [" + categoryWeights + "],\n \"mandatoryFeeds\"");
    }

    /** Weights of a category that has some of both, by which the shop of EX-8 has 4.5170 in goods and 4.5780 in all. */
    public static String bothWeights(String category) {
        return """
                {"category": "%s", "dimensions": {"goods": "0.44", "logistics": "0.20", "service": "0.36"}, \
                "metrics": {"productRating": "0.70", "qualityReturnRate": "0.30"}}""".formatted(category);
    }

    private Shipped() {}
}
