package org.shopscore.aggregator.explanation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.shopscore.aggregator.official.sheet.OfficialSheet;
import org.shopscore.aggregator.official.sheet.OfficialSheets;

/** Explains the newest official score from the inputs that were frozen for it. */
@ApplicationScoped
class OfficialExplanations {

    private static final int WEEK = 7;

    private final OfficialSheets sheets;
    private final CategoryPeers peers;
    private final ExplanationFigures figures;

    OfficialExplanations(OfficialSheets sheets, CategoryPeers peers, ExplanationFigures figures) {
        this.sheets = sheets;
        this.peers = peers;
        this.figures = figures;
    }

    /** @return empty for a shop without an official score */
    Uni<Optional<Explanation.OfficialPart>> of(String shopId) {
        return sheets.newest(shopId)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : explain(shopId, found.get()).map(Optional::of));
    }

    private Uni<Explanation.OfficialPart> explain(String shopId, OfficialSheet now) {
        return Uni.combine()
                .all()
                .unis(
                        sheets.on(shopId, now.statDate().minusDays(WEEK)),
                        peers.of(now.category(), Optional.of(now.statDate())))
                .with((weekAgo, compared) -> {
                    var explained = new Explained(
                            shopId,
                            now.statDate(),
                            now.policy(),
                            now.sheet(),
                            now.isWithheld(),
                            weekAgo.filter(before -> !before.isWithheld())
                                    .filter(before -> before.policy().equals(now.policy()))
                                    .map(OfficialSheet::sheet),
                            compared);
                    return part(now, explained);
                });
    }

    private Explanation.OfficialPart part(OfficialSheet now, Explained explained) {
        long orders = now.sums().sum(now.policy().stages().validPaidOrdersMeasure());
        return new Explanation.OfficialPart(
                now.statDate(),
                now.revision(),
                now.policy().reference(),
                explained.window(),
                figures.of(explained),
                explained.sentences(orders));
    }
}
