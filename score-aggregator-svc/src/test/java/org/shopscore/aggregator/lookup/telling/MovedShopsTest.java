package org.shopscore.aggregator.lookup.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovedShopsTest {

    private static final int LANE = 7;
    private static final int EPOCH = 3;
    private static final String SHOP = "shop-7";

    private final MovedShops moved = new MovedShops();

    @BeforeEach
    void anOwnerTells() {
        assertThat(moved.telling(LANE, EPOCH, List.of("another"))).isEmpty();
    }

    @Test
    void aShopThatMovedWaitsUntilItsPartitionIsAskedForAndIsGivenOutOnce() {
        moved.add(LANE, List.of(SHOP));
        moved.add(LANE, List.of(SHOP));

        assertThat(moved.next(LANE + 1)).isEmpty();
        assertThat(moved.next(LANE)).containsExactly(SHOP);
        assertThat(moved.next(LANE)).isEmpty();
    }

    @Test
    void whatAnOwnerHadNotToldWhenItDroppedItsMemoryIsGivenOutAgain() {
        giveOut();
        assertThat(moved.telling(LANE, EPOCH, List.of("another"))).isEmpty();
        assertThat(moved.next(LANE)).isEmpty();

        moved.telling(LANE, EPOCH + 1, List.of());
        assertThat(moved.next(LANE)).containsExactly(SHOP);
    }

    @Test
    void whatWasToldIsNotGivenOutAgain() {
        giveOut();
        assertThat(moved.telling(LANE, EPOCH, List.of("another", SHOP))).containsExactly(SHOP);

        moved.telling(LANE, EPOCH + 1, List.of());
        assertThat(moved.next(LANE)).isEmpty();
    }

    @Test
    void aShopThatMovesWhileItIsToldIsGivenOutOnceMore() {
        giveOut();
        moved.add(LANE, List.of(SHOP));
        moved.telling(LANE, EPOCH, List.of(SHOP));

        giveOut();
        moved.telling(LANE, EPOCH + 1, List.of());
        assertThat(moved.next(LANE)).containsExactly(SHOP);
    }

    @Test
    void nothingIsKeptOfAPartitionThatIsAnothers() {
        giveOut();
        moved.add(LANE, List.of("another"));
        moved.forget(LANE);

        moved.telling(LANE, EPOCH + 1, List.of());
        assertThat(moved.next(LANE)).isEmpty();
    }

    private void giveOut() {
        moved.add(LANE, List.of(SHOP));
        assertThat(moved.next(LANE)).containsExactly(SHOP);
    }
}
