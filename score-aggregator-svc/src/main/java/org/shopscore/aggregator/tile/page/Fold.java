package org.shopscore.aggregator.tile.page;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds what polls brought to the pages it belongs on. Pure. */
final class Fold {

    private static final Comparator<AmountsByKey.Entry> BY_SHOP =
            (one, other) -> Arrays.compare(one.key(), other.key());

    private final AmountsByKey tiles = new AmountsByKey();

    /** What polls brought, or a page as it is stored before of {@link #pages()}. */
    void add(byte[] entries) {
        var entry = new TileEntries.Walk(entries);
        while (entry.next()) {
            entry.addTo(tiles.of(entries, entry.id(), entry.keyEnd()));
        }
    }

    /** Those that something was added to. */
    Set<Page> pages() {
        return tiles.all().map(entry -> TileEntries.page(entry.key())).collect(toUnmodifiableSet());
    }

    /** Whole pages in the order asked for, each in the order of the shops; without the tiles that came to nothing. */
    List<byte[]> stored(List<Page> pages) {
        Map<Page, TileEntries> stored = new HashMap<>();
        pages.forEach(page -> stored.put(page, new TileEntries()));
        tiles.all()
                .filter(entry -> entry.amounts().size() > 0)
                .sorted(BY_SHOP)
                .forEach(entry -> stored.get(TileEntries.page(entry.key())).add(entry.key(), entry.amounts()));
        return pages.stream().map(page -> stored.get(page).bytes()).toList();
    }
}
