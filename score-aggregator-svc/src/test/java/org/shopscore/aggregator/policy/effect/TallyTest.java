package org.shopscore.aggregator.policy.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    private static final ShopEffect UP = effect(
            "up",
            "女装",
            SizeClass.ORDERS_30_TO_299,
            formal("4.20", "STANDARD", "ads"),
            formal("4.31", "GOOD", "ads", "alliance"));
    private static final ShopEffect DOWN =
            effect("down", "女装", SizeClass.NO_ORDERS, formal("4.00", "STANDARD", "ads"), formal("3.97", "WATCH"));
    private static final ShopEffect GROWN = effect(
            "grown",
            "",
            SizeClass.ORDERS_1_TO_29,
            new Outcome("NONE", Optional.empty(), Optional.empty(), new TreeSet<>()),
            formal("4.25", "GOOD"));
    private static final ShopEffect SAME =
            effect("same", "", SizeClass.ORDERS_1_TO_29, formal("4.25", "GOOD"), formal("4.25", "GOOD"));

    @Test
    void whoWinsAndWhoLosesIsCountedWithWhatMoves() {
        Counts all = Tally.of(List.of(UP, DOWN, GROWN, SAME)).all();

        assertThat(List.of(all.shops(), all.winners(), all.losers(), all.same()))
                .containsExactly(4L, 1L, 1L, 2L);
        assertThat(all.gained()).isEqualTo(new BigDecimal("0.11"));
        assertThat(all.lost()).isEqualTo(new BigDecimal("0.03"));
        assertThat(all.stages()).isEqualTo(Map.of("NONE>FORMAL", 1L));
        assertThat(all.levels()).isEqualTo(Map.of("STANDARD>GOOD", 1L, "STANDARD>WATCH", 1L, "->GOOD", 1L));
        assertThat(all.granted()).isEqualTo(Map.of("alliance", 1L));
        assertThat(all.revoked()).isEqualTo(Map.of("ads", 1L));
        assertThat(SAME.isAny()).isFalse();
        assertThat(GROWN.change()).isEmpty();
    }

    @Test
    void theSumOfThePartsIsTheWhole() {
        var whole = Tally.of(List.of(UP, DOWN, GROWN, SAME));

        assertThat(Tally.of(List.of(UP, GROWN)).plus(Tally.of(List.of(SAME, DOWN))))
                .isEqualTo(whole);
        assertThat(whole.categories().values().stream().reduce(Counts.NONE, Counts::plus))
                .isEqualTo(whole.all());
        assertThat(whole.sizes().values().stream().reduce(Counts.NONE, Counts::plus))
                .isEqualTo(whole.all());
        assertThat(whole.categories().get("女装").shops()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, NO_ORDERS",
        "0, NO_ORDERS",
        "1, ORDERS_1_TO_29",
        "29, ORDERS_1_TO_29",
        "30, ORDERS_30_TO_299",
        "2999, ORDERS_300_TO_2999",
        "3000, ORDERS_3000_OR_MORE"
    })
    void sizesBeginAtTheirLowerBound(long orders, SizeClass size) {
        assertThat(SizeClass.of(orders)).isEqualTo(size);
    }

    private static ShopEffect effect(String shop, String category, SizeClass size, Outcome was, Outcome becomes) {
        return new ShopEffect(shop, Optional.of(category).filter(name -> !name.isEmpty()), size, was, becomes);
    }

    private static Outcome formal(String published, String level, String... held) {
        return new Outcome(
                "FORMAL", Optional.of(new BigDecimal(published)), Optional.of(level), new TreeSet<>(List.of(held)));
    }
}
