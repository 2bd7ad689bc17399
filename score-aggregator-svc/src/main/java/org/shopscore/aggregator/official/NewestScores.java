package org.shopscore.aggregator.official;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.metric.Lane;

/** The newest official score of each shop in memory. A new day takes the place of the one before for all shops at one instant. */
@ApplicationScoped
public class NewestScores {

    private static final Logger LOG = Logger.getLogger(NewestScores.class);

    /** A revision bears the time of its statement, and may be committed so much later. */
    private static final Duration SLOWEST_COMMIT = Duration.ofSeconds(30);

    private static final String NEWEST = """
            select (select max(stat_date) from official_day where published_at is not null) as stat_date,
                   clock_timestamp() as now
            """;
    /** Of a partition's shops, the newest revision: a day of a large market is more than is to be held twice. */
    private static final String DAY = "select " + Official.COLUMNS + """
             from (select u.shop_id from input_page i cross join lateral unnest(i.shops) u (shop_id)
                    where i.stat_date = $1 and i.partition = $2
                   union select r.shop_id from score_input r where r.stat_date = $1 and r.partition = $2) known
             cross join lateral (select * from score_day n where n.shop_id = known.shop_id and n.stat_date = $1
                    order by n.revision desc limit 1) s
            """ + Official.joined("true");

    private static final String REVISED = "select " + Official.COLUMNS + Official.FROM + """
             where s.stat_date = $1 and s.shop_id in (
               select r.shop_id from score_day r where r.stat_date = $1 and r.revision > 0 and r.known_at >= $2
               union select e.shop_id from entitlement_day e
                where e.stat_date = $1 and e.evaluation > 0 and e.known_at >= $2)
             order by s.revision
            """;

    private record Day(LocalDate statDate, Map<String, Official> scores, OffsetDateTime readAt) {}

    private final Pool pool;
    private final Event<ScoresMoved> moved;
    private volatile Optional<Day> newest = Optional.empty();

    NewestScores(Pool pool, Event<ScoresMoved> moved) {
        this.pool = pool;
        this.moved = moved;
    }

    /** Empty for a shop without an official score, and before the first day was published. */
    public Optional<Official> of(String shopId) {
        return newest.map(day -> day.scores().get(shopId));
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> refresh() {
        return pool.query(NEWEST)
                .execute()
                .map(rows -> rows.iterator().next())
                .chain(row -> Optional.ofNullable(row.getLocalDate("stat_date"))
                        .map(day -> read(day, row.getOffsetDateTime("now")))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.debugf("official-scores=old cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> read(LocalDate statDate, OffsetDateTime now) {
        Optional<Day> known = newest.filter(day -> day.statDate().equals(statDate));
        if (known.isEmpty()) {
            var scores = new ConcurrentHashMap<String, Official>();
            return Multi.createFrom()
                    .iterable(IntStream.range(0, Lane.COUNT).boxed().toList())
                    .onItem()
                    .transformToUniAndConcatenate(lane -> pool.preparedQuery(DAY)
                            .execute(Tuple.of(statDate, lane.shortValue()))
                            .emitOn(Infrastructure.getDefaultExecutor())
                            .invoke(rows -> scores.putAll(scores(rows))))
                    .onItem()
                    .ignoreAsUni()
                    .invoke(() -> {
                        newest = Optional.of(new Day(statDate, scores, now));
                        moved.fire(ScoresMoved.all());
                    });
        }
        return pool.preparedQuery(REVISED)
                .execute(Tuple.of(statDate, known.get().readAt().minus(SLOWEST_COMMIT)))
                .invoke(rows -> {
                    var revised = scores(rows);
                    known.get().scores().putAll(revised);
                    newest = Optional.of(new Day(statDate, known.get().scores(), now));
                    moved.fire(new ScoresMoved(Optional.of(revised.keySet())));
                })
                .replaceWithVoid();
    }

    private static Map<String, Official> scores(RowSet<Row> rows) {
        var scores = new HashMap<String, Official>();
        rows.forEach(row -> scores.merge(
                row.getString("shop_id"),
                Official.of(row),
                (before, after) -> after.revision() >= before.revision() ? after : before));
        return new ConcurrentHashMap<>(scores);
    }
}
