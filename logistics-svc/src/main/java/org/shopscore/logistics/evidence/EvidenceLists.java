package org.shopscore.logistics.evidence;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.listing.CsvText;
import org.shopscore.logistics.listing.Pages;
import org.shopscore.logistics.listing.Snapshots;
import org.shopscore.problem.Refused;

/** The lists behind the measures of all shops. */
@ApplicationScoped
class EvidenceLists {

    private static final int STREAMED = 1_000;

    private final Snapshots snapshots;
    private final List<Evidence> kinds;

    EvidenceLists(Snapshots snapshots, @All List<Evidence> kinds) {
        this.snapshots = snapshots;
        this.kinds = kinds;
    }

    /**
     * A part of a list, and what all of it adds.
     *
     * @throws Refused 404 {@code unknown-shop}, {@code unknown-measure}, {@code measure-of-another-service}
     */
    Uni<EvidencePage> page(Span span, Optional<EvidencePage.Token> token, int pageSize) {
        var kind = AskedMeasure.behind(span.measure(), kinds);
        var after = token.map(EvidencePage.Token::after).orElse(span.start());
        return snapshots.read(connection -> KnownShops.require(connection, span.shopId())
                .chain(() -> token.map(given -> Uni.createFrom().item(given.total()))
                        .orElseGet(() -> kind.total(connection, span)))
                .chain(total -> kind.page(connection, span, after, pageSize)
                        .map(entries -> EvidencePage.of(span, total, entries, pageSize))));
    }

    /** The whole list, as of one instant of the database. */
    Multi<String> csv(Span span) {
        var kind = AskedMeasure.behind(span.measure(), kinds);
        Multi<List<Entry>> entries = snapshots.stream(connection -> Pages.of(
                last -> kind.page(connection, span, last.map(Entry::place).orElse(span.start()), STREAMED)));
        return CsvText.stream(EvidenceLine.HEADER, entries, EvidenceLine::cells);
    }

    /** @throws Refused as {@link #page} */
    Uni<Void> require(Span span) {
        AskedMeasure.behind(span.measure(), kinds);
        return snapshots.read(connection -> KnownShops.require(connection, span.shopId()));
    }
}
