package org.shopscore.aggregator.ingest.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.ingest.arrival.Arrival;
import org.shopscore.aggregator.ingest.arrival.Head;
import org.shopscore.aggregator.ingest.sequence.Hole;
import org.shopscore.aggregator.ingest.sequence.Life;
import org.shopscore.aggregator.ingest.sequence.Sequence;
import org.shopscore.metric.SequenceRange;

/** The sequences of one lane as a batch will leave them; those of the memory are not touched. Pure. */
final class Lives {

    private final Map<Life, Sequence> memory;
    private final Instant now;
    private final Map<Life, Sequence> changed = new LinkedHashMap<>();
    private final List<Life> begun = new ArrayList<>();
    private Life lastLife;
    private Sequence lastSequence;

    Lives(Map<Life, Sequence> memory, Instant now) {
        this.memory = memory;
        this.now = now;
    }

    /** The sequence that the number belongs to, begun by it if it is the first of its life. */
    Sequence of(Head head) {
        // Most records are of the life that the one before was of.
        if (!head.life().equals(lastLife)) {
            lastSequence = known(head.life()).orElseGet(() -> begun(head));
            lastLife = head.life();
        }
        return lastSequence;
    }

    private Sequence begun(Head head) {
        var sequence = Sequence.startingWith(head.number(), beforeStart(head.life()), now);
        changed.put(head.life(), sequence);
        return sequence;
    }

    private Optional<Sequence> known(Life life) {
        Sequence known = changed.get(life);
        if (known == null && memory.containsKey(life)) {
            known = memory.get(life).copy();
            changed.put(life, known);
        }
        return Optional.ofNullable(known);
    }

    /** Numbers before the first one were given in an earlier life of the same database, or else they are missing. */
    private Hole.Why beforeStart(Life life) {
        var others = ofSource(life.source());
        if (!others.isEmpty()) {
            begun.add(life);
        }
        return others.stream().anyMatch(life::continues) ? Hole.Why.BEFORE_START : Hole.Why.MISSING;
    }

    /** A repair names numbers that are not missed any more. */
    void close(Head repair, SequenceRange range) {
        var life = new Life(repair.life().source(), range.incarnation());
        known(life).ifPresent(repaired -> repaired.close(range.from(), range.to(), repair.id(), now));
    }

    /** A heartbeat proves nothing while numbers are missing, nor of the time after the log took it, whatever its source's clock says. */
    void prove(Sequence sequence, Arrival.Beat beat) {
        var head = beat.head();
        if (complete(head.life().source())) {
            sequence.completeUntil(
                    earlier(head.time(), Instant.ofEpochMilli(beat.record().timestamp())));
        }
    }

    private static Instant earlier(Instant said, Instant logged) {
        return said.isBefore(logged) ? said : logged;
    }

    /** Whether no number of the source is missing or set aside. */
    private boolean complete(String source) {
        return ofSource(source).stream()
                .map(life -> changed.getOrDefault(life, memory.get(life)))
                .flatMap(sequence -> sequence.holes().stream())
                .noneMatch(Hole::hurts);
    }

    private Set<Life> ofSource(String source) {
        var lives = new LinkedHashSet<>(memory.keySet());
        lives.addAll(changed.keySet());
        lives.removeIf(life -> !life.source().equals(source));
        return lives;
    }

    Map<Life, Sequence> changed() {
        return changed;
    }

    /** New lives of sources that had one before. */
    List<Life> begun() {
        return begun;
    }
}
