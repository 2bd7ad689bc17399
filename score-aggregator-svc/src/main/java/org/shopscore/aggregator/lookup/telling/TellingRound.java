package org.shopscore.aggregator.lookup.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.lookup.ProvisionalScores;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.lookup.answer.Freshnesses;
import org.shopscore.aggregator.lookup.memory.MemoryShops;
import org.shopscore.aggregator.lookup.redis.RedisShops;
import org.shopscore.aggregator.score.ShopScorer;

/** What is told together of one partition's shops: to Redis all of them, to who follows the changes those whose scores are not as they were told. */
final class TellingRound {

    private final MemoryShops own;
    private final Answers answers;
    private final int partition;
    private final boolean isComplete;
    private final List<RedisShops.Shop> shops = new ArrayList<>();
    private final List<ProvisionalTelling.Change> changes = new ArrayList<>();

    TellingRound(ProvisionalScores scores, int partition) {
        this.own = scores.own();
        this.answers = scores.answers();
        this.partition = partition;
        this.isComplete = answers.areComplete();
    }

    /** A shop that was told, and has not changed since. */
    void asItIs(String shopId) {
        take(shopId);
    }

    /** Before this process has read what scores are made of nobody hears of them: all are told when it has. */
    void scored(String shopId) {
        take(shopId)
                .filter(_ -> isComplete)
                .flatMap(known -> change(shopId, known))
                .ifPresent(changes::add);
    }

    /** Empty for a shop that is not known any more: it is the next owner's. */
    private Optional<MemoryShops.Known> take(String shopId) {
        var known = own.known(partition, shopId);
        known.ifPresent(found -> shops.add(new RedisShops.Shop(shopId, found.announced())));
        return known;
    }

    /** As lookups answer it; empty for a score that is as it was told, and for sums that lack something: they are learned anew. */
    private Optional<ProvisionalTelling.Change> change(String shopId, MemoryShops.Known known) {
        ShopScorer scorer = answers.scorer(shopId);
        var announced = known.announced();
        if (!scorer.engine().canScore(announced.sums())) {
            return Optional.empty();
        }
        var day = Freshnesses.lastDay(announced.day(), own.feeds(partition));
        var sheet = scorer.score(announced.sums(), day);
        int standing = answers.binary().standing(sheet);
        return standing == known.told()
                ? Optional.empty()
                : Optional.of(ProvisionalTelling.Change.of(
                        shopId, scorer.policy().reference(), announced, day, sheet, standing));
    }

    List<RedisShops.Shop> shops() {
        return shops;
    }

    List<ProvisionalTelling.Change> changes() {
        return changes;
    }
}
