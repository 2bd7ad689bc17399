package org.shopscore.aggregator.ingest.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequenceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

    @Test
    void eachNumberIsNewExactlyOnceInWhateverOrderAndHoweverOftenItComes() {
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            var numbers =
                    new ArrayList<Long>(LongStream.rangeClosed(1, 60).boxed().toList());
            for (int n = 0; n < 20; n++) {
                numbers.add(random.nextLong(1, 61));
            }
            Collections.shuffle(numbers, random);
            numbers.removeLast();
            assertSequenceAgreesWithASet(numbers);
        }
    }

    private static void assertSequenceAgreesWithASet(List<Long> numbers) {
        var sequence = Sequence.startingWith(numbers.getFirst(), Hole.Why.MISSING, NOW);
        var seen = new HashSet<Long>();
        for (long number : numbers) {
            boolean isNew = seen.add(number);
            assertThat(sequence.verdict(number, id(number)) == Verdict.NEW).isEqualTo(isNew);
            if (isNew) {
                sequence.apply(number, id(number), NOW);
            }
        }
        var missing = new TreeSet<>(
                LongStream.rangeClosed(1, Collections.max(numbers)).boxed().toList());
        missing.removeAll(seen);
        assertThat(openNumbers(sequence)).containsExactlyElementsOf(missing);
    }

    @Test
    void theLastNumberOnAnotherEventIsAClashAndNoDuplicate() {
        var sequence = at(5);
        assertThat(sequence.verdict(5, id(5))).isEqualTo(Verdict.DUPLICATE);
        assertThat(sequence.verdict(5, id(99))).isEqualTo(Verdict.CLASH);
    }

    @Test
    void aQuarantinedNumberIsAHoleUntilItComesInGoodForm() {
        var sequence = at(5);
        sequence.quarantine(6, id(6), NOW);
        assertThat(sequence.holes()).containsExactly(new Hole(6, 6, Hole.Why.QUARANTINED, NOW));
        assertThat(sequence.verdict(6, id(6))).isEqualTo(Verdict.NEW);
        sequence.apply(6, id(6), NOW);
        assertThat(sequence.holes()).isEmpty();
        assertThat(sequence.last()).isEqualTo(6);
    }

    @Test
    void aNumberQuarantinedOutOfAGapSplitsIt() {
        var sequence = at(5);
        sequence.apply(10, id(10), NOW);
        sequence.quarantine(7, id(7), NOW.plusSeconds(1));
        assertThat(sequence.holes())
                .containsExactly(
                        new Hole(6, 6, Hole.Why.MISSING, NOW),
                        new Hole(7, 7, Hole.Why.QUARANTINED, NOW.plusSeconds(1)),
                        new Hole(8, 9, Hole.Why.MISSING, NOW));
    }

    @Test
    void aNumberThatARepairHasClosedIsADuplicateWhenItTurnsUp() {
        var sequence = at(5);
        sequence.apply(10, id(10), NOW);
        sequence.close(7, 20, "repair", NOW);
        assertThat(openNumbers(sequence)).containsExactly(6L);
        assertThat(sequence.verdict(8, id(8))).isEqualTo(Verdict.DUPLICATE);
        assertThat(sequence.closed()).containsExactly(new ClosedRange(7, 9, Hole.Why.MISSING, NOW, NOW, "repair"));
    }

    @Test
    void aCopyDoesNotChangeWhatItWasCopiedFrom() {
        var sequence = at(5);
        var copy = sequence.copy();
        copy.apply(9, id(9), NOW);
        copy.completeUntil(NOW);
        assertThat(sequence.last()).isEqualTo(5);
        assertThat(sequence.holes()).isEmpty();
        assertThat(sequence.completeUntil()).isEqualTo(Instant.MIN);
    }

    private static Sequence at(long last) {
        var sequence = Sequence.startingWith(1, Hole.Why.MISSING, NOW);
        for (long number = 1; number <= last; number++) {
            sequence.apply(number, id(number), NOW);
        }
        return sequence;
    }

    private static List<Long> openNumbers(Sequence sequence) {
        return sequence.holes().stream()
                .flatMapToLong(hole -> LongStream.rangeClosed(hole.from(), hole.to()))
                .boxed()
                .toList();
    }

    private static String id(long number) {
        return "id-" + number;
    }
}
