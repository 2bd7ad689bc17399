package org.shopscore.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {

    static Selection march() {
        return new Selection(Optional.of(LocalDate.of(2018, 3, 1)), Optional.of(LocalDate.of(2018, 3, 31)));
    }

    @Test
    void aMonthIsHeldOnlyWhenEachOfItsDaysIs() {
        assertThat(march().holdsWhole(YearMonth.of(2018, 3))).isTrue();
        assertThat(march().holdsWhole(YearMonth.of(2018, 4))).isFalse();
        var startsLate = new Selection(Optional.of(LocalDate.of(2018, 3, 2)), Optional.empty());
        assertThat(startsLate.holdsWhole(YearMonth.of(2018, 3))).isFalse();
        var endsEarly = new Selection(Optional.empty(), Optional.of(LocalDate.of(2018, 3, 30)));
        assertThat(endsEarly.holdsWhole(YearMonth.of(2018, 3))).isFalse();
        assertThat(Selection.ALL.holdsWhole(YearMonth.of(2018, 3))).isTrue();
    }
}
