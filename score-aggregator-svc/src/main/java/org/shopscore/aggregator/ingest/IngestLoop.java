package org.shopscore.aggregator.ingest;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.commit.IngestTransaction;
import org.shopscore.aggregator.ingest.day.Cut;
import org.shopscore.aggregator.ingest.day.Freezes;
import org.shopscore.aggregator.ingest.day.FrozenInputs;
import org.shopscore.aggregator.ingest.day.Rollover;
import org.shopscore.aggregator.ingest.lane.Fenced;
import org.shopscore.aggregator.ingest.owner.CountedAnew;
import org.shopscore.aggregator.ingest.owner.LogId;
import org.shopscore.aggregator.ingest.owner.OwnedLanes;
import org.shopscore.aggregator.ingest.owner.Partitions;
import org.shopscore.aggregator.ingest.owner.WantedMaturing;
import org.shopscore.aggregator.ingest.owner.Watch;
import org.shopscore.aggregator.ingest.telling.Announcements;
import org.shopscore.aggregator.ingest.telling.Announcer;
import org.shopscore.aggregator.ingest.telling.Backlog;
import org.shopscore.aggregator.ingest.telling.LaneFeeds;
import org.shopscore.aggregator.ingest.telling.Refills;
import org.shopscore.aggregator.ingest.telling.ToldPartitions;
import org.shopscore.aggregator.quarantine.Quarantine;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.page.Folding;

/**
 * One thread that polls the log, commits what it brought, and announces it. Whatever fails, or may have failed, costs the memory
 * and nothing else: the partitions are taken again under a new epoch, and read on from what the database holds.
 */
final class IngestLoop implements Runnable {

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration BUSY = Duration.ofMillis(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final IngestSettings settings;
    private final Announcer announcer;
    private final MeasureBook book;
    private final IngestMetrics metrics;
    private final Clock clock;
    private final Partitions partitions;
    private final ToldPartitions told;
    private final WantedMaturing wanted;
    private final IngestPoll poll;
    private final Rollover rollover;
    private final Freezes freezes;
    private final Folds folds;
    private final ExecutorService teller = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ingest-teller").factory());
    private final Interruptions interruptions = new Interruptions();
    private final Standing standing;
    private volatile boolean running = true;

    IngestLoop(
            IngestSettings settings,
            Pool pool,
            MeasureBook book,
            Announcer announcer,
            IngestMetrics metrics,
            Clock clock) {
        this.settings = settings;
        this.announcer = announcer;
        this.metrics = metrics;
        this.clock = clock;
        this.book = book;
        partitions = new Partitions(pool);
        told = new ToldPartitions(pool);
        wanted = new WantedMaturing(pool, book);
        folds = new Folds(new Folding(pool), settings.foldEvery());
        poll = new IngestPoll(book, new IngestTransaction(pool), metrics, clock);
        rollover = new Rollover(pool, clock);
        freezes = new Freezes(new FrozenInputs(pool, wanted), clock, settings.pace());
        standing = new Standing(metrics, clock);
    }

    @Override
    public void run() {
        while (running) {
            try (var opened = settings.consumer();
                    var logId = settings.logId();
                    var quarantine = new Quarantine(settings.producer(), settings.quarantine())) {
                read(opened, logId, quarantine);
            } catch (RuntimeException | Error e) {
                // An Error ends what is in memory, not the thread: somebody has to go on.
                standing.interrupted();
                interruptions.began(e);
                interruptions.rest();
            }
        }
        standing.ended();
        teller.shutdown();
    }

    /** Reads until it is stopped, or until the consumer itself is of no more use. */
    private void read(Consumer<byte[], byte[]> log, LogId logId, Quarantine quarantine) {
        var announcements = new Announcements(announcer, told, book, metrics.telling(), teller);
        var owned = new OwnedLanes(log, settings.topic(), logId, partitions, wanted, announcer, clock);
        var feeds = new LaneFeeds(announcer, clock);
        var refills = new Refills(announcer);
        var countedAnew = new CountedAnew(wanted, partitions, announcer);
        var watch = new Watch(partitions, logId);
        var backlog = new Backlog(log, settings.topic());
        owned.join();
        try {
            while (running) {
                var records = metrics.timed("poll", () -> log.poll(patience(announcements)));
                try {
                    step(owned, records, quarantine, feeds);
                    watch.step(owned.lanes().values());
                    freezes.step(owned.lanes().values(), lane -> backlog.isRead(lane.partition()));
                    countedAnew.step(owned.lanes().values());
                    refills.step(owned.lanes().values());
                    announcements.step(owned.lanes().values(), backlog);
                    folds.step(owned.lanes().values());
                    owned.commitOffsets();
                    standing.step(owned, backlog, feeds);
                } catch (Fenced e) {
                    owned.giveAwayAll();
                    owned.rejoin();
                    interruptions.began(e);
                } catch (RuntimeException e) {
                    owned.dropAll();
                    interruptions.began(e);
                }
            }
            announcements.drain(owned.lanes().values(), LAST_WORDS);
            owned.commitOffsetsNow();
        } finally {
            owned.giveAwayAll();
        }
    }

    /** How complete a partition is comes first: before, memory takes nothing of it. */
    private void step(
            OwnedLanes owned, ConsumerRecords<byte[], byte[]> records, Quarantine quarantine, LaneFeeds feeds) {
        if (!owned.takenAll() && !interruptions.resting()) {
            Awaited.of(book.read());
            owned.take();
            feeds.step(owned.lanes().values());
            interruptions.over();
        }
        rollover.step(owned.lanes().values());
        owned.requireOnward(records);
        ingest(owned, records, quarantine);
    }

    /** Freezes each day between the last record known in time and the first one that is not. */
    private void ingest(OwnedLanes owned, ConsumerRecords<byte[], byte[]> records, Quarantine quarantine) {
        var rest = records;
        while (!rest.isEmpty()) {
            var cut = Cut.of(rest, owned.lanes());
            if (!cut.before().isEmpty()) {
                poll.ingest(cut.before(), owned.lanes(), quarantine);
            }
            freezes.freezeNext(cut.due());
            rest = cut.after();
        }
    }

    private Duration patience(Announcements announcements) {
        return announcements.underWay() || freezes.underWay() ? BUSY : IDLE;
    }

    IngestStatus status() {
        return standing.status();
    }

    /** The thread ends soon after, when what is committed is announced. */
    void stop() {
        running = false;
    }
}
