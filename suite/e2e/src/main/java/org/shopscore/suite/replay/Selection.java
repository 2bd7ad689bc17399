package org.shopscore.suite.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.shopscore.metric.BusinessDay;

/** Orders by the day they were bought, both ends included; an end may be open. */
record Selection(Optional<LocalDate> from, Optional<LocalDate> until) {

    static final Selection ALL = new Selection(Optional.empty(), Optional.empty());

    boolean holds(Instant purchasedAt) {
        var day = BusinessDay.of(purchasedAt);
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }

    /** Whether it holds each day of the month. */
    boolean holdsWhole(YearMonth month) {
        return from.filter(month.atDay(1)::isBefore).isEmpty()
                && until.filter(month.atEndOfMonth()::isAfter).isEmpty();
    }

    @Override
    public String toString() {
        return from.map(LocalDate::toString).orElse("start") + " to "
                + until.map(LocalDate::toString).orElse("end");
    }
}
