package org.shopscore.aggregator.ingest.lane;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.aggregator.tile.page.DayTiles;

/** The tiles of a lane on the days that may count in one of two windows and not in the other. */
public record MovedDays(List<DayTiles.Tile> tiles) {

    /** @param after not before the other window */
    public static Uni<MovedDays> read(Pool pool, int lane, Counting before, Counting after) {
        return DayTiles.of(pool, lane, days(before, after)).map(MovedDays::new);
    }

    private static Set<LocalDate> days(Counting before, Counting after) {
        return IntStream.concat(IntStream.of(0), before.maturing().days())
                .flatMap(matured -> IntStream.concat(
                                IntStream.range(before.from(), after.from()),
                                IntStream.rangeClosed(before.to() + 1, after.to()))
                        .map(day -> day - matured))
                .mapToObj(LocalDate::ofEpochDay)
                .collect(Collectors.toSet());
    }

    /** By how much sums change from the one to the other, of each shop of which anything does. */
    public SortedMap<String, Amounts> changes(Counting before, Counting after) {
        var changes = new TreeMap<String, Amounts>();
        for (DayTiles.Tile tile : tiles) {
            Amounts was = before.of(tile.day(), tile.amounts());
            Amounts is = after.of(tile.day(), tile.amounts());
            if (was.size() > 0 || is.size() > 0) {
                Amounts change = changes.computeIfAbsent(tile.shop(), _ -> new Amounts());
                change.subtract(was);
                change.add(is);
            }
        }
        return changes;
    }
}
