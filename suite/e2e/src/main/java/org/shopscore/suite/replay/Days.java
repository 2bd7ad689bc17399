package org.shopscore.suite.replay;

import java.time.LocalDate;
import java.util.Collection;
import org.shopscore.metric.BusinessDay;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.Story;

/** The days on which the facts of a replay can count, with room for due times before the first and after the last. */
record Days(LocalDate first, LocalDate last) {

    private static final int ROOM = 120;

    static Days of(Collection<Story> stories, Shift shift) {
        var days = stories.stream()
                .flatMap(story -> story.facts().stream())
                .map(Fact::at)
                .map(BusinessDay::of)
                .map(day -> day.plusWeeks(shift.weeks()))
                .sorted()
                .toList();
        return new Days(days.getFirst().minusDays(ROOM), days.getLast().plusDays(ROOM));
    }
}
