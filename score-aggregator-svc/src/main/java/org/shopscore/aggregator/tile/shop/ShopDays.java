package org.shopscore.aggregator.tile.shop;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.problem.Refused;

/** The day tiles of a shop that is known, in time or not at all. */
@ApplicationScoped
public class ShopDays {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Tiles tiles;

    ShopDays(Tiles tiles) {
        this.tiles = tiles;
    }

    /**
     * @param from first day
     * @param to   last day, included
     * @return fails with {@link Refused} 404 for a shop that is not registered and has no facts, 503 when the database does not answer
     */
    public Uni<DayAmounts> of(String shopId, LocalDate from, LocalDate to) {
        return inTime(amounts(shopId, from, to)
                .chain(found -> found.days().isEmpty()
                        ? known(shopId).replaceWith(found)
                        : Uni.createFrom().item(found)));
    }

    /** The same of a shop that is known: nothing where nothing was counted. */
    public Uni<DayAmounts> amounts(String shopId, LocalDate from, LocalDate to) {
        return tiles.window(shopId, from, to).map(DayAmounts::new);
    }

    /** @return fails with {@link Refused} 404 for a shop that is not registered and has no facts */
    public Uni<Void> requireKnown(String shopId) {
        return inTime(known(shopId));
    }

    private Uni<Void> known(String shopId) {
        return tiles.known(shopId)
                .invoke(isKnown -> {
                    if (!isKnown) {
                        throw new Refused(
                                404,
                                "unknown-shop",
                                "the shop " + shopId + " is not registered, and nothing was ever counted for it");
                    }
                })
                .replaceWithVoid();
    }

    /** @return fails with {@link Refused} 503 when there is no answer in time */
    public static <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new Refused(503, "database-unavailable", "the database does not answer in time")
                        .retryAfter(PATIENCE));
    }
}
