package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Change;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.Topics;
import org.shopscore.platform.PlatformResource;

/** Tells the log what happened to shops, each measure by the service that counts it. */
public final class Facts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Emitter> emitters = new HashMap<>();
    private final List<ProducerRecord<byte[], byte[]>> waiting = new ArrayList<>();
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", PlatformResource.platform().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    /** New facts of a shop, one event a service. */
    public Facts tell(String shop, LocalDate day, Map<String, Long> amounts) {
        return tell(shop, day, amounts, "fact/" + shop, Optional.empty());
    }

    /** @param reason why amounts of a past day change */
    public Facts tell(String shop, LocalDate day, Map<String, Long> amounts, String ref, Optional<String> reason) {
        return tell(shop, day, amounts, ref, reason, Optional.empty());
    }

    /** @param since when that happened which is taken back */
    public Facts tell(
            String shop,
            LocalDate day,
            Map<String, Long> amounts,
            String ref,
            Optional<String> reason,
            Optional<Instant> since) {
        return tell(shop, Instant.now(), day, amounts, ref, reason, since);
    }

    /** Facts of a day at its noon, though the log takes them only now. */
    public Facts tellLate(String shop, LocalDate day, Map<String, Long> amounts) {
        return tell(shop, noon(day), day, amounts, "late/" + shop, Optional.empty(), Optional.empty());
    }

    private Facts tell(
            String shop,
            Instant time,
            LocalDate day,
            Map<String, Long> amounts,
            String ref,
            Optional<String> reason,
            Optional<Instant> since) {
        var bySource = new TreeMap<String, TreeMap<String, Long>>();
        amounts.forEach((measure, amount) -> {
            if (amount != 0) {
                bySource.computeIfAbsent(Measures.ownerOf(measure).orElseThrow(), _ -> new TreeMap<>())
                        .put(measure, amount);
            }
        });
        bySource.forEach((source, measures) -> {
            var change = new Change(noon(day), measures);
            var event = new MetricEvent(shop, time, ref, reason, since, List.of(change), List.of());
            waiting.add(emitter(source).emit(event).record());
        });
        return this;
    }

    private static Instant noon(LocalDate day) {
        return BusinessDay.start(day).plus(Duration.ofHours(12));
    }

    private Emitter emitter(String source) {
        return emitters.computeIfAbsent(
                source, _ -> new Emitter(Topics.METRIC_EVENTS, source, UUID.randomUUID() + "-00000001"));
    }

    /** Sends what was told; returns when the broker has all of it. */
    public void sent() {
        List<Future<RecordMetadata>> sent = waiting.stream().map(producer::send).toList();
        producer.flush();
        sent.forEach(one -> assertThat(one).succeedsWithin(PATIENCE));
        waiting.clear();
    }

    /** The same in any order, and every third twice. */
    public void sentInDisorder(Random random) {
        waiting.addAll(waiting.stream().filter(_ -> random.nextInt(3) == 0).toList());
        Collections.shuffle(waiting, random);
        sent();
    }

    @Override
    public void close() {
        producer.close();
    }
}
