package org.shopscore.aggregator.official.newest;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.score.ScoresMoved;

/** The newest official score of each shop in memory. A new day takes the place of the one before for all shops at one instant. */
@ApplicationScoped
public class NewestScores {

    private static final Logger LOG = Logger.getLogger(NewestScores.class);

    /** A revision bears the time of its statement, and may be committed so much later. */
    private static final Duration SLOWEST_COMMIT = Duration.ofSeconds(30);

    /** Of a transaction that is still open not even the beginning counts as read. */
    private static final String NEWEST = """
            select (select max(stat_date) from official_day where published_at is not null) as stat_date,
                   (select least(clock_timestamp(), min(xact_start)) from pg_stat_activity
                     where datname = current_database()) as now
            """;

    private record Day(LocalDate statDate, DayScores scores, OffsetDateTime readAt) {}

    private final Pool pool;
    private final DayReader reader;
    private final Event<ScoresMoved> moved;
    private volatile Optional<Day> newest = Optional.empty();
    private volatile boolean isRead;

    NewestScores(Pool pool, DayReader reader, Event<ScoresMoved> moved) {
        this.pool = pool;
        this.reader = reader;
        this.moved = moved;
    }

    /** Empty for a shop without an official score, and before the first day was published. */
    public Optional<Official> of(String shopId) {
        return newest.flatMap(day -> day.scores().of(shopId));
    }

    /** The shops of the lane that have one. */
    public Stream<String> shopIds(int lane) {
        return newest.stream().flatMap(day -> day.scores().shopIds(lane));
    }

    /** How many shops of the lane have one. */
    public int size(int lane) {
        return newest.map(day -> day.scores().size(lane)).orElse(0);
    }

    /** The day that they are of; empty before the first was published. */
    Optional<LocalDate> statDate() {
        return newest.map(Day::statDate);
    }

    /** False until the newest day, if there is one, has been read once. */
    public boolean isRead() {
        return isRead;
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
                .invoke(() -> isRead = true)
                .onFailure()
                .invoke(failure -> LOG.debugf("official-scores=old cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> read(LocalDate statDate, OffsetDateTime now) {
        return newest.filter(day -> day.statDate().equals(statDate))
                .map(known -> revised(known, now))
                .orElseGet(() -> whole(statDate, now));
    }

    private Uni<Void> whole(LocalDate statDate, OffsetDateTime now) {
        long begun = System.nanoTime();
        return reader.read(statDate)
                .invoke(scores -> {
                    newest = Optional.of(new Day(statDate, scores, now));
                    moved.fire(new ScoresMoved.Official());
                    LOG.infof(
                            "official-scores=read day=%s shops=%d seconds=%d",
                            statDate,
                            scores.size(),
                            Duration.ofNanos(System.nanoTime() - begun).toSeconds());
                })
                .replaceWithVoid();
    }

    /** As long as a transaction stays open, be it for an hour, what was revised since is read each second: only what is new is told. */
    private Uni<Void> revised(Day known, OffsetDateTime now) {
        return reader.revised(known.statDate(), known.readAt().minus(SLOWEST_COMMIT), known.scores())
                .invoke(changed -> {
                    newest = Optional.of(new Day(known.statDate(), known.scores(), now));
                    if (!changed.isEmpty()) {
                        moved.fire(new ScoresMoved.Of(changed));
                    }
                })
                .replaceWithVoid();
    }
}
