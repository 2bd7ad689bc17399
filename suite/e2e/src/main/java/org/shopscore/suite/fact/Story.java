package org.shopscore.suite.fact;

import java.util.List;

/**
 * What belongs together and is told in order: one order of one shop, or one chat.
 *
 * @param facts in the order in which they are sent; the first one founds the story, the others need it
 */
public record Story(List<Fact> facts) {

    public Story {
        facts = List.copyOf(facts);
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("a story must have at least one fact");
        }
    }

    public String shopId() {
        return facts.getFirst().shopId();
    }

    public Story movedBy(int weeks) {
        return new Story(facts.stream().map(fact -> fact.movedBy(weeks)).toList());
    }
}
