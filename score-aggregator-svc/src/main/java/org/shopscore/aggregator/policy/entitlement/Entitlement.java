package org.shopscore.aggregator.policy.entitlement;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a score entitles a shop to, or, where a person decides, what it is reviewed for (rules.md 5.8).
 *
 * @param revoke      takes it back; without it, it is lost as soon as {@code grant} does not hold
 * @param recommend   what a reviewer is advised by
 * @param stages      whose days count: FORMAL, GROWTH
 * @param dayOfMonth  the only day on which it is judged; empty for every day
 * @param decidedByPerson whether holding it only opens a review
 */
public record Entitlement(
        String code,
        Predicate grant,
        Optional<Predicate> revoke,
        Optional<Predicate> recommend,
        Set<String> stages,
        PersonalShop personalShop,
        Optional<Integer> dayOfMonth,
        boolean decidedByPerson) {

    /** What holds for shops of persons. */
    public sealed interface PersonalShop {

        /** The same as for all others. */
        record LikeAll() implements PersonalShop {}

        record Never() implements PersonalShop {}

        record OpenedFor(int days) implements PersonalShop {}
    }

    public Entitlement {
        stages = Set.copyOf(stages);
    }

    public Stream<Predicate> predicates() {
        return Stream.of(Optional.of(grant), revoke, recommend).flatMap(Optional::stream);
    }
}
