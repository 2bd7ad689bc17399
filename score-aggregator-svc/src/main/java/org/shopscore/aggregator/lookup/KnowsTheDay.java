package org.shopscore.aggregator.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.shopscore.aggregator.category.NewestAverages;
import org.shopscore.aggregator.official.newest.NewestScores;
import org.shopscore.aggregator.shop.Profiles;

/**
 * A process that has just begun answers nobody until it has read once what scores are made of: before, a shop would have neither its
 * official score nor its profile. From then on it is ready whatever fails.
 */
@Readiness
@ApplicationScoped
class KnowsTheDay implements HealthCheck {

    private final NewestScores scores;
    private final NewestAverages averages;
    private final Profiles profiles;

    KnowsTheDay(NewestScores scores, NewestAverages averages, Profiles profiles) {
        this.scores = scores;
        this.averages = averages;
        this.profiles = profiles;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("official scores, averages and profiles are read")
                .status(scores.isRead() && averages.isRead() && profiles.isRead())
                .withData("official-scores", scores.isRead())
                .withData("averages", averages.isRead())
                .withData("profiles", profiles.isRead())
                .build();
    }
}
