package org.shopscore.suite.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shopscore.suite.fact.Story;

/**
 * What a world has seen in the days before its start.
 *
 * @param told  the part of each story up to the start
 * @param begun the part after it, of the stories that are not at their end
 */
record History(List<Story> told, List<Story> begun) {

    static History of(World world, Instant start, int days) {
        var told = new ArrayList<Story>();
        var begun = new ArrayList<Story>();
        var today = world.dayAt(start);
        for (var day = today.minusDays(days); !day.isAfter(today); day = day.plusDays(1)) {
            for (Story story : world.day(day)) {
                if (!story.facts().getFirst().at().isAfter(start)) {
                    part(story, start, true).ifPresent(told::add);
                    part(story, start, false).ifPresent(begun::add);
                }
            }
        }
        return new History(told, begun);
    }

    long facts() {
        return told.stream().mapToLong(story -> story.facts().size()).sum();
    }

    private static Optional<Story> part(Story story, Instant start, boolean before) {
        var facts = story.facts().stream()
                .filter(fact -> fact.at().isAfter(start) != before)
                .toList();
        return facts.isEmpty() ? Optional.empty() : Optional.of(new Story(facts));
    }
}
