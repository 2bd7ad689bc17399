package org.shopscore.aggregator.ingest.telling;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.ShopSums;

/** Where ingest tells, after a confirmed commit, which shops have new sums. */
public interface Announcer {

    /** Lookups of this process answer by these sums from here on. Takes no time; what is learned later bears a greater {@code n}. */
    void learn(int partition, long epoch, long n, LocalDate today, Collection<ShopSums> shops);

    /** Whether the shop was learned for that day, so that it can be announced as it is. */
    boolean knows(int partition, String shopId, LocalDate today);

    /**
     * Tells all others what was learned of the shops; one that is not known any more is left to the partition's next owner.
     *
     * @param epoch   of the partition's owner
     * @param n       of the telling: greater than any that was learned or announced by this owner before
     * @param changed shops that were learned since they were announced
     * @param again   shops that were announced as they are, and may have been lost since
     * @return fails when the shops were not stored everywhere: they are announced again
     */
    Uni<Void> announce(int partition, long epoch, long n, Collection<String> changed, Collection<String> again);

    /**
     * @param shops of how many of each partition anything was counted
     * @return those of the partitions whose shops are not all known where they are stored: all of them are to be announced
     */
    Uni<Set<Integer>> lacking(Map<Integer, Integer> shops);

    /**
     * Shops of the partition that have a score though nothing need have been counted for them in the window, some of them more than once.
     * They are announced with all of it.
     */
    Stream<String> known(int partition);

    /** All shops of the partition have been announced since it was found {@link #lacking}. */
    Uni<Void> whole(int partition);

    /**
     * Shops of the partition whose scores were moved by something other than their sums: each is to be announced. Given out once, and once
     * more where it was not announced before another epoch began.
     */
    Set<String> nextMoved(int partition);

    /** The partition is no longer owned: what was announced of it may be old from now on. */
    void forget(int partition);

    /** How complete what was learned of the partition is; called when that changes. */
    void feeds(int partition, FeedState state);

    /** How complete what was announced of the partition is; called when that changes. */
    void announceFeeds(int partition, FeedState state);
}
