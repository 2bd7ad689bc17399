package org.shopscore.aggregator.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.arrival.Arrival;
import org.shopscore.aggregator.ingest.arrival.Decoder;
import org.shopscore.aggregator.ingest.arrival.EventAmounts;
import org.shopscore.aggregator.ingest.commit.IngestTransaction;
import org.shopscore.aggregator.ingest.draft.Draft;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.quarantine.Aside;
import org.shopscore.aggregator.quarantine.Quarantine;
import org.shopscore.aggregator.tile.MeasureBook;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.metric.Change;
import org.shopscore.metric.MetricEvent;

/** The way of one poll's records: understood, tried on a draft, set aside or committed, and only then in memory. */
final class IngestPoll {

    private final MeasureBook book;
    private final Decoder decoder = new Decoder();
    private final IngestTransaction transaction;
    private final IngestMetrics metrics;
    private final Clock clock;

    IngestPoll(MeasureBook book, IngestTransaction transaction, IngestMetrics metrics, Clock clock) {
        this.book = book;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @param lanes the owned partitions; records of others are not looked at */
    void ingest(ConsumerRecords<byte[], byte[]> records, Map<Integer, LaneState> lanes, Quarantine quarantine) {
        var arrivals = metrics.timed("apply", () -> decoded(records, lanes));
        if (arrivals.isEmpty()) {
            return;
        }
        metrics.timed("database", () -> register(arrivals));
        var drafts = metrics.timed("apply", () -> drafts(arrivals));
        metrics.timed("quarantine", () -> setAside(drafts, quarantine));
        var writes =
                metrics.timed("apply", () -> drafts.stream().map(Draft::writes).toList());
        metrics.timed("database", () -> Awaited.of(transaction.write(writes)));
        metrics.timed("apply", () -> merge(drafts));
    }

    private Map<LaneState, List<Arrival>> decoded(
            ConsumerRecords<byte[], byte[]> records, Map<Integer, LaneState> lanes) {
        var arrivals = new LinkedHashMap<LaneState, List<Arrival>>();
        MeasureIds known = book.ids();
        for (var partition : records.partitions()) {
            LaneState lane = lanes.get(partition.partition());
            if (lane != null) {
                arrivals.put(
                        lane,
                        records.records(partition).stream()
                                .map(record -> decoder.decode(record, known))
                                .toList());
            }
        }
        return arrivals;
    }

    private Void register(Map<LaneState, List<Arrival>> arrivals) {
        var unknown = new HashMap<String, String>();
        for (List<Arrival> ofLane : arrivals.values()) {
            for (Arrival arrival : ofLane) {
                if (arrival instanceof Arrival.Fact fact && fact.content() instanceof Arrival.Told(MetricEvent event)) {
                    addUnknown(unknown, fact.head().life().source(), event);
                }
            }
        }
        return unknown.isEmpty() ? null : Awaited.of(book.register(unknown).replaceWithVoid());
    }

    private void addUnknown(Map<String, String> unknown, String source, MetricEvent event) {
        for (Change change : event.changes()) {
            for (String name : change.measures().keySet()) {
                if (book.ids().named(name).isEmpty() && mayRegister(source, name)) {
                    unknown.putIfAbsent(name, source);
                }
            }
        }
    }

    private boolean mayRegister(String source, String name) {
        return EventAmounts.mayCount(source, name) && book.ids().countOf(source) < MeasureBook.MOST_OF_A_SOURCE;
    }

    private List<Draft> drafts(Map<LaneState, List<Arrival>> arrivals) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var drafts = new ArrayList<Draft>();
        arrivals.forEach((lane, ofLane) -> {
            var draft = new Draft(lane, book.ids(), now);
            ofLane.forEach(draft::take);
            drafts.add(draft);
        });
        return drafts;
    }

    private static Void setAside(List<Draft> drafts, Quarantine quarantine) {
        quarantine.setAside(drafts.stream()
                .flatMap(draft -> draft.outcome().quarantined.stream())
                .map(poison -> new Aside(poison.record(), poison.reason().code(), poison.detail()))
                .toList());
        return null;
    }

    private Void merge(List<Draft> drafts) {
        for (Draft draft : drafts) {
            draft.merge();
            metrics.count(draft.outcome(), draft.begun().size());
            draft.outcome().report(draft.begun());
        }
        return null;
    }
}
