package org.shopscore.aggregator.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.lookup.redis.RedisShops;
import org.shopscore.aggregator.lookup.redis.ToldChannels;
import org.shopscore.aggregator.lookup.redis.WholePartitions;
import org.shopscore.aggregator.lookup.telling.KnownShops;
import org.shopscore.aggregator.lookup.telling.LearnedShops;
import org.shopscore.aggregator.lookup.telling.ProvisionalTelling;
import org.shopscore.aggregator.lookup.telling.ToldAgain;
import org.shopscore.aggregator.official.newest.NewestScores;
import org.shopscore.aggregator.policy.inforce.PoliciesInForce;
import org.shopscore.aggregator.shop.Scorers;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;

/** Processes beside the same stores, each with a memory of its own; what moves scores is told to them by the test alone. */
@ApplicationScoped
public class OtherProcesses {

    /** What a process has that owns partitions, and follows the others. */
    public record OtherProcess(
            LearnedShops owner, ToldAgain toldAgain, ProvisionalScores scores, FollowedShops followed) {}

    private static final Duration TAKEN = Duration.ofSeconds(60);

    @Inject
    ProvisionalScores service;

    @Inject
    RedisShops redis;

    @Inject
    WholePartitions whole;

    @Inject
    ToldChannels channels;

    @Inject
    Answers answers;

    @Inject
    KnownShops knownShops;

    @Inject
    ProvisionalTelling telling;

    @Inject
    Clock clock;

    @Inject
    PoliciesInForce policies;

    @Inject
    Scorers scorers;

    /** One that has read what scores are made of, beside the service, which owns all partitions by then and follows none. */
    public OtherProcess start() {
        assertThat(Await.within(TAKEN, () -> answers.areComplete() && ownsAll()))
                .isTrue();
        return start(answers);
    }

    /** One that has not, as long as these official scores have not been read. */
    public OtherProcess start(NewestScores official) {
        return start(new Answers(policies, scorers, official));
    }

    private boolean ownsAll() {
        return IntStream.range(0, Lane.COUNT)
                .allMatch(partition -> service.own().feeds(partition).isPresent()
                        && service.followed().feeds(partition).isEmpty());
    }

    private OtherProcess start(Answers answers) {
        var scores = new ProvisionalScores(redis, answers);
        var toldAgain = new ToldAgain(scores, whole, answers, knownShops);
        return new OtherProcess(
                new LearnedShops(scores, toldAgain, redis, telling, clock),
                toldAgain,
                scores,
                new FollowedShops(scores, channels.another(), new SimpleMeterRegistry()));
    }

    public LearnedShops owner() {
        return start().owner();
    }
}
