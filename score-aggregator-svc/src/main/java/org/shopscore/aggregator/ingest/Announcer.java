package org.shopscore.aggregator.ingest;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.score.ShopSums;

/** Where ingest tells, after a confirmed commit, which shops have new sums. */
public interface Announcer {

    /** Lookups of this process answer by these sums from here on. Takes no time; what is announced bears a greater {@code n}. */
    void learn(int partition, long epoch, long n, LocalDate today, Collection<ShopSums> shops);

    /**
     * @param epoch of the partition's owner; with {@code n} it is the version of the score, so that it never goes back
     * @param n     grows with each call of an epoch
     * @param today the last day of the window
     * @return fails when the shops were not stored everywhere: they are announced again
     */
    Uni<Void> announce(int partition, long epoch, long n, LocalDate today, Collection<ShopSums> shops);

    /**
     * @return those of the partitions whose shops are not all known where they are stored: all of them are to be announced
     */
    Uni<Set<Integer>> lacking(Collection<Integer> partitions);

    /** All shops of the partition have been announced since it was found {@link #lacking}. */
    Uni<Void> whole(int partition);

    /** The partition is no longer owned: what was announced of it may be old from now on. */
    void forget(int partition);

    /** How complete the partition is; called when that changes. */
    void feeds(int partition, FeedState state);
}
