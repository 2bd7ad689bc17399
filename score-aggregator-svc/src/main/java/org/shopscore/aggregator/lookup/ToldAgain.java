package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.lookup.memory.OwnShops;
import org.shopscore.aggregator.lookup.redis.WholePartitions;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.metric.Lane;

/**
 * What is told though its sums have not changed. A score that something else moves is told by the owner of its partition, or by whoever
 * owns that next: who takes a partition tells all of its shops that have anything in the window, and those that have lately ceased to be new.
 */
@ApplicationScoped
class ToldAgain {

    private static final Logger LOG = Logger.getLogger(ToldAgain.class);

    /** Who takes a partition tells the shops of these days: an owner before may have gone on to the day without. */
    private static final int DAYS_OF_OTHERS = 2;

    private final OwnShops own;
    private final WholePartitions whole;
    private final Answers answers;
    private final AgedShops agedShops;
    private final ScoredAnew scoredAnew = new ScoredAnew();
    private final MovedShops movedShops = new MovedShops();
    private final Map<Integer, LocalDate> agedUntil = new ConcurrentHashMap<>();

    ToldAgain(ProvisionalScores scores, WholePartitions whole, Answers answers, AgedShops agedShops) {
        this.own = scores.own();
        this.whole = whole;
        this.answers = answers;
        this.agedShops = agedShops;
    }

    void moved(@Observes ScoresMoved change) {
        switch (change) {
            case ScoresMoved.Of(var shops) -> shops.forEach(this::add);
            case ScoresMoved.Official _, ScoresMoved.Doubted _ -> {}
            case ScoresMoved.All _ -> scoredAnew.all();
        }
    }

    /** One that is not known yet is scored when it is learned, by what it is made of then. */
    private void add(String shopId) {
        if (own.of(shopId).isPresent()) {
            movedShops.add(Lane.of(shopId), List.of(shopId));
        }
    }

    /**
     * All shops of the partition are told for the day, but for those that ceased to be new on it. Called again and again, so that a
     * database that does not answer is asked again.
     */
    void rolled(int partition, LocalDate day) {
        LocalDate before = agedUntil.getOrDefault(partition, day.minusDays(DAYS_OF_OTHERS));
        if (before.isBefore(day)) {
            agedShops
                    .between(partition, before, day)
                    .subscribe()
                    .with(
                            shops -> aged(partition, day, shops),
                            failure -> LOG.debugf("aged-shops=later partition=%d cause=%s", partition, failure));
        }
    }

    /** In this order: where the partition is given away in between, they are asked for again. */
    private void aged(int partition, LocalDate day, List<String> shops) {
        agedUntil.put(partition, day);
        movedShops.add(partition, shops);
    }

    /** Single shops. */
    Set<String> next(int partition) {
        return movedShops.next(partition);
    }

    /** As {@link MovedShops#telling} says. */
    Set<String> telling(int partition, long epoch, Collection<String> shops) {
        return movedShops.telling(partition, epoch, shops);
    }

    void failed(int partition, Set<String> shops) {
        movedShops.add(partition, shops);
    }

    /** Whether all shops of the partition are to be scored as they are told, those too whose sums have not changed. */
    boolean isScoredAnew(int partition) {
        return scoredAnew.isBegun(partition);
    }

    /**
     * None is scored before this process has read what scores are made of.
     *
     * @param shops how many each of the partitions has
     * @return partitions all of whose shops are to be told
     */
    Uni<Set<Integer>> lacking(Map<Integer, Integer> shops) {
        Set<Integer> old = answers.areComplete() ? scoredAnew.next(shops.keySet(), shops::get) : new HashSet<>();
        return whole.lacking(shops.keySet())
                .onFailure()
                .recoverWithItem(Set.of())
                .map(lost -> {
                    old.addAll(lost);
                    return old;
                });
    }

    Uni<Void> whole(int partition) {
        scoredAnew.told(partition);
        return whole.whole(partition);
    }

    /** The partition may be another's: whoever takes it tells single shops with all of them. */
    void forget(int partition) {
        scoredAnew.lost(partition);
        movedShops.forget(partition);
        agedUntil.remove(partition);
    }
}
