package org.shopscore.aggregator.change.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.change.ChangeLog;
import org.shopscore.aggregator.change.Teller;

/**
 * Tells the official scores of each published day, page after page, and then its revisions. Nothing of a million shops is kept anywhere
 * but how far it is; after a crash the page that was under way is told again, with the same ids.
 */
@ApplicationScoped
class ScoreTelling implements Teller {

    private final ScorePages pages;
    private final RevisedScores revised;
    private final OfficialChanges changes;
    private final ChangeLog log;

    ScoreTelling(ScorePages pages, RevisedScores revised, OfficialChanges changes, ChangeLog log) {
        this.pages = pages;
        this.revised = revised;
        this.changes = changes;
        this.log = log;
    }

    /** One page, or one batch of revisions. */
    @Override
    public Uni<Boolean> step() {
        return pages.open().chain(open -> open.map(this::page).orElseGet(this::revisions));
    }

    private Uni<Boolean> page(DayPage page) {
        return pages.shops(page)
                .chain(shops -> send(shops, page.statDate(), false).chain(() -> pages.told(page, shops)))
                .replaceWith(true);
    }

    private Uni<Boolean> revisions() {
        return pages.settled()
                .chain(day -> day.map(this::revisionsOf)
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> revisionsOf(LocalDate day) {
        return revised.next(day)
                .chain(shops -> shops.isEmpty()
                        ? Uni.createFrom().item(false)
                        : send(shops, day, true)
                                .chain(() -> revised.told(day, shops))
                                .replaceWith(shops.size() == RevisedScores.AT_ONCE));
    }

    private Uni<Void> send(List<Row> shops, LocalDate day, boolean isCorrected) {
        var events = shops.stream()
                .map(shop -> changes.of(shop, day, isCorrected))
                .flatMap(Optional::stream)
                .toList();
        return log.send(events).ifNoItem().after(ChangeLog.PATIENCE).fail();
    }
}
