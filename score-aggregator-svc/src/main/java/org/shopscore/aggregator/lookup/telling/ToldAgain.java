package org.shopscore.aggregator.lookup.telling;

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
import java.util.stream.Stream;
import org.shopscore.aggregator.lookup.ProvisionalScores;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.lookup.memory.MemoryShops;
import org.shopscore.aggregator.lookup.redis.WholePartitions;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.metric.Lane;

/**
 * What is told though its sums have not changed. A score that something else moves is told by the owner of its partition, or by whoever
 * owns that next: who takes a partition tells all of its shops, those too that have nothing in the window.
 */
@ApplicationScoped
public class ToldAgain {

    private final MemoryShops own;
    private final WholePartitions whole;
    private final Answers answers;
    private final KnownShops knownShops;
    private final ScoredAnew scoredAnew = new ScoredAnew();
    private final MovedShops movedShops = new MovedShops();
    private final Map<Integer, LocalDate> agedUntil = new ConcurrentHashMap<>();

    public ToldAgain(ProvisionalScores scores, WholePartitions whole, Answers answers, KnownShops knownShops) {
        this.own = scores.own();
        this.whole = whole;
        this.answers = answers;
        this.knownShops = knownShops;
    }

    public void moved(@Observes ScoresMoved change) {
        switch (change) {
            case ScoresMoved.Of(var shops) -> shops.forEach(this::add);
            case ScoresMoved.Official _, ScoresMoved.Doubted _ -> {}
            case ScoresMoved.All _ -> scoredAnew.all();
        }
    }

    /** What moves before all that scores are made of has been read is told with all of the partition, and so is what another process owns. */
    private void add(String shopId) {
        int partition = Lane.of(shopId);
        if (answers.areComplete() && own.feeds(partition).isPresent()) {
            movedShops.add(partition, List.of(shopId));
        }
    }

    /** All shops of the partition are told for the day, but for those that ceased to be new on it. Called again and again. */
    void rolled(int partition, LocalDate day) {
        LocalDate before = agedUntil.computeIfAbsent(partition, _ -> day);
        if (before.isBefore(day) && answers.areComplete()) {
            movedShops.add(partition, knownShops.ceasingToBeNew(partition, before, day));
            agedUntil.put(partition, day);
        }
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
     * @param shops of how many of each of the partitions anything was counted
     * @return partitions all of whose shops are to be told
     */
    Uni<Set<Integer>> lacking(Map<Integer, Integer> shops) {
        Set<Integer> old = answers.areComplete()
                ? scoredAnew.next(
                        shops.keySet(), partition -> Math.max(shops.get(partition), knownShops.size(partition)))
                : new HashSet<>();
        return whole.lacking(shops.keySet())
                .onFailure()
                .recoverWithItem(Set.of())
                .map(lost -> {
                    old.addAll(lost);
                    return old;
                });
    }

    /** As {@link org.shopscore.aggregator.ingest.telling.Announcer#known} says. */
    Stream<String> known(int partition) {
        return Stream.concat(own.shopIds(partition), knownShops.of(partition));
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
