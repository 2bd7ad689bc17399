package org.shopscore.aggregator.official.newest;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.score.ScoresMoved;

/**
 * The newest official score of each shop in memory. A new day takes the place of the one before for all shops at one instant. An older day
 * that is run by hand afterwards counts for the shops that the newest does not know.
 */
@ApplicationScoped
public class NewestScores {

    private static final Logger LOG = Logger.getLogger(NewestScores.class);

    /** A revision bears the time of its statement, and may be committed so much later. */
    private static final Duration SLOWEST_COMMIT = Duration.ofSeconds(30);

    private record Read(NewestDays days, OffsetDateTime at) {}

    private final Pool pool;
    private final DayReader reader;
    private final Event<ScoresMoved> moved;
    private volatile Optional<Read> read = Optional.empty();
    private volatile boolean isRead;

    NewestScores(Pool pool, DayReader reader, Event<ScoresMoved> moved) {
        this.pool = pool;
        this.reader = reader;
        this.moved = moved;
    }

    /** Empty for a shop without an official score, and before the first day was published. */
    public Optional<Official> of(String shopId) {
        return read.flatMap(known -> known.days().of(shopId));
    }

    /** The shops of the lane that have one, some of them twice. */
    public Stream<String> shopIds(int lane) {
        return read.stream().flatMap(known -> known.days().shopIds(lane));
    }

    /** About how many shops of the lane have one. */
    public int size(int lane) {
        return read.map(known -> known.days().size(lane)).orElse(0);
    }

    /** The newest day; empty before the first was published. */
    Optional<LocalDate> statDate() {
        return read.map(known -> known.days().newest());
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
        return Published.read(pool)
                .chain(published -> published
                        .map(this::read)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .invoke(() -> isRead = true)
                .onFailure()
                .invoke(failure -> LOG.debugf("official-scores=old cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> read(Published published) {
        return read.filter(known -> known.days().newest().equals(published.newest()))
                .map(known -> revised(known, published.readAt()).chain(() -> more(published.frozenAfter())))
                .orElseGet(() -> whole(published));
    }

    private Uni<Void> whole(Published published) {
        long begun = System.nanoTime();
        return reader.read(published.newest())
                .chain(days -> reader.more(days, published.frozenAfter()))
                .invoke(days -> {
                    read = Optional.of(new Read(days, published.readAt()));
                    moved.fire(new ScoresMoved.Official());
                    LOG.infof(
                            "official-scores=read day=%s shops=%d seconds=%d",
                            days.newest(),
                            days.scores(days.newest()).size(),
                            Duration.ofNanos(System.nanoTime() - begun).toSeconds());
                })
                .replaceWithVoid();
    }

    /** As long as a transaction stays open, be it for an hour, what was revised since is read each second: only what is new is told. */
    private Uni<Void> revised(Read known, OffsetDateTime now) {
        return reader.revised(known.days(), known.at().minus(SLOWEST_COMMIT))
                .invoke(changed -> {
                    read = Optional.of(new Read(known.days(), now));
                    tell(changed);
                })
                .replaceWithVoid();
    }

    /** One at a time: revisions do not wait for a year that is run by hand. */
    private Uni<Void> more(List<LocalDate> older) {
        Read known = read.orElseThrow();
        return older.stream()
                .filter(day -> !known.days().all().contains(day))
                .findFirst()
                .map(day -> reader.more(known.days(), List.of(day))
                        .invoke(days -> {
                            read = Optional.of(new Read(days, known.at()));
                            tell(days.scores(day).shopIds().collect(Collectors.toSet()));
                        })
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private void tell(Set<String> changed) {
        if (!changed.isEmpty()) {
            moved.fire(new ScoresMoved.Of(changed));
        }
    }
}
