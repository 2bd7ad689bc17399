package org.shopscore.logistics.bulk;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.shopscore.logistics.listing.CsvText;
import org.shopscore.logistics.listing.Pages;
import org.shopscore.problem.Refused;

/** What has come of each import, for as long as it is kept. */
@ApplicationScoped
class Reports {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int PAGE = 1_000;
    private static final List<String> HEADER = List.of("line", "code", "field", "message", "given");

    private final Pool pool;
    private final Clock clock;

    Reports(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @throws Refused 404 {@code unknown-import} */
    Uni<ImportView> find(String importId) {
        return ImportRows.find(pool, importId)
                .map(found -> found.orElseThrow(
                        () -> new Refused(404, "unknown-import", "there is no report of an import " + importId)));
    }

    Uni<List<Rejection>> rejected(String importId, Rejection.Place after, int limit) {
        return RejectionRows.page(pool, importId, after, limit);
    }

    Multi<String> rejectedAsCsv(String importId) {
        Multi<List<Rejection>> pages =
                Pages.of(last -> rejected(importId, last.map(Rejection::place).orElse(Rejection.Place.START), PAGE));
        return CsvText.stream(
                HEADER, pages, one -> new Object[] {one.line(), one.code(), one.field(), one.message(), one.given()});
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return ImportRows.forget(pool, clock.instant().minus(KEPT));
    }
}
