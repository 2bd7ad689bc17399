package org.shopscore.aggregator.lookup.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.metric.Lane;

class MemoryShopsTest {

    private static final String SHOP = "shop-1";
    private static final byte[] TEXT = SHOP.getBytes(US_ASCII);
    private static final int HASH = Lane.hash(TEXT, 0, TEXT.length);
    private static final MemoryShops.Writer LINE = (_, _, _) -> Optional.of(new byte[Entry.LINE]);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final MemoryShops own = new MemoryShops();
    private final int partition = Lane.of(SHOP);

    @Test
    void aLostPartitionIsNoLongerAnswered() {
        announce(1, 1);
        own.forget(partition);

        assertThat(own.of(SHOP)).isEmpty();
        assertThat(own.feeds(partition)).isEmpty();
    }

    @Test
    void anAnnouncementThatWasUnderWayDoesNotBringALostPartitionBack() {
        announce(1, 1);
        own.forget(partition);
        announce(1, 2);
        assertThat(own.of(SHOP)).isEmpty();

        taken();
        announce(1, 3);
        assertThat(own.of(SHOP)).isEmpty();
    }

    @Test
    void aPartitionThatWasTakenAgainIsAnswered() {
        announce(1, 1);
        own.forget(partition);
        taken();
        announce(2, 1);

        assertThat(own.of(SHOP).orElseThrow().version()).isEqualTo(new Version(2, 1));
    }

    @Test
    void versionsCompareAsNumbers() {
        announce(9, 9);
        announce(9, 10);
        announce(9, 9);
        assertThat(own.of(SHOP).orElseThrow().version()).isEqualTo(new Version(9, 10));

        announce(10, 1);
        assertThat(own.of(SHOP).orElseThrow().version()).isEqualTo(Version.parse("10.1"));
    }

    /** Who looks for many shops takes a line under the same conditions as who looks for one. */
    @Test
    void aGlanceTakesNoLineThatIsNotWrittenYetOrThatIsOld() {
        announce(1, 1);
        assertThat(isWritten(0)).isFalse();

        assertThat(own.written(TEXT, 0, TEXT.length, HASH, 0, LINE)).isNotNull();
        assertThat(isWritten(0)).isTrue();
        assertThat(isWritten(1)).isFalse();

        own.dropAll(partition);
        assertThat(isWritten(0)).isFalse();
        assertThat(own.written(TEXT, 0, TEXT.length, HASH, 0, LINE)).isNotNull();
        assertThat(isWritten(0)).isTrue();

        own.drop(SHOP);
        assertThat(isWritten(0)).isFalse();
        assertThat(own.written(TEXT, 0, TEXT.length, HASH, 0, LINE)).isNotNull();
        announce(1, 2);
        assertThat(isWritten(0)).isFalse();
    }

    private boolean isWritten(int policy) {
        Glance glance = own.glance(partition, policy);
        byte[] entry = glance.at(HASH, 0);
        assertThat(Glance.isOf(entry, TEXT, 0, TEXT.length)).isTrue();
        return glance.isWritten(entry);
    }

    private void announce(long epoch, long n) {
        own.put(partition, SHOP, new Announced(new Version(epoch, n), DAY, Instant.EPOCH, KnownSums.of(Sums.NONE)));
    }

    private void taken() {
        own.put(partition, new FeedState(DAY, new TreeMap<>(), List.of()));
    }
}
