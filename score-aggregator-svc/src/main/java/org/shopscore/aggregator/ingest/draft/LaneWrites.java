package org.shopscore.aggregator.ingest.draft;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.sequence.ClosedRange;
import org.shopscore.aggregator.ingest.sequence.Hole;
import org.shopscore.aggregator.ingest.sequence.Life;
import org.shopscore.aggregator.ingest.sequence.Sequence;

/**
 * What one partition's batch changes in the database.
 *
 * @param added to the tiles, as {@link org.shopscore.aggregator.tile.page.TileEntries}
 */
public record LaneWrites(
        int partition,
        long epoch,
        long expectedOffset,
        long nextOffset,
        Buffer added,
        List<Position> positions,
        List<OpenHole> gone,
        List<OpenHole> opened,
        List<ClosedHole> closed,
        List<LateFacts.LateFact> late) {

    private static final byte[] NOTHING = {};

    public record Position(int partition, Life life, Sequence sequence) {}

    public record OpenHole(int partition, Life life, Hole hole) {}

    public record ClosedHole(int partition, Life life, ClosedRange hole) {}

    /** Nothing: to hold the fence while something else is written. */
    public static LaneWrites unchanged(LaneState lane) {
        return of(lane, lane.nextOffset(), Map.of(), NOTHING, List.of());
    }

    static LaneWrites of(
            LaneState lane,
            long nextOffset,
            Map<Life, Sequence> sequences,
            byte[] added,
            List<LateFacts.LateFact> late) {
        var writes = new LaneWrites(
                lane.partition(),
                lane.epoch(),
                lane.nextOffset(),
                nextOffset,
                Buffer.buffer(added),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                late);
        sequences.forEach((life, sequence) -> writes.add(life, lane.sequences().get(life), sequence));
        return writes;
    }

    /** What all of them have of one kind. */
    public static <T> Stream<T> all(List<LaneWrites> lanes, Function<LaneWrites, List<T>> kind) {
        return lanes.stream().map(kind).flatMap(List::stream);
    }

    private void add(Life life, Sequence before, Sequence after) {
        positions.add(new Position(partition, life, after));
        Collection<Hole> holesBefore = before == null ? Set.of() : before.holes();
        addMissing(gone, life, holesBefore, after.holes());
        addMissing(opened, life, after.holes(), holesBefore);
        for (var hole : after.closed()) {
            // A gap that opened and closed within the batch was only a matter of order.
            if (hole.openedAt().isBefore(hole.closedAt())) {
                closed.add(new ClosedHole(partition, life, hole));
            }
        }
    }

    private void addMissing(List<OpenHole> into, Life life, Collection<Hole> holes, Collection<Hole> others) {
        if (!holes.isEmpty()) {
            var known = new HashSet<>(others);
            holes.stream()
                    .filter(hole -> !known.contains(hole))
                    .forEach(hole -> into.add(new OpenHole(partition, life, hole)));
        }
    }
}
