package org.shopscore.aftersales.review;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.shopscore.metric.OrderFacts;

/**
 * Takes the orders' facts in, a poll at a time; the offset moves after the transaction.
 *
 * <p>Facts are never skipped because the database is away: the poll is tried again until it is stored.
 */
@ApplicationScoped
class OrderFactsConsumer {

    private static final Logger LOG = Logger.getLogger(OrderFactsConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final KnownOrders orders;
    private final PoisonFacts poison;
    private final Counter retries;

    OrderFactsConsumer(KnownOrders orders, PoisonFacts poison, MeterRegistry registry) {
        this.orders = orders;
        this.poison = poison;
        this.retries = Counter.builder("order.facts.retries")
                .description("Polls of order-facts that could not be stored and are tried again")
                .register(registry);
    }

    @Incoming("order-facts")
    Uni<Void> consume(ConsumerRecords<String, byte[]> poll) {
        var told = StreamSupport.stream(poll.spliterator(), false)
                .flatMap(this::usable)
                .toList();
        return Uni.createFrom()
                .deferred(() -> orders.learn(told))
                .onFailure()
                .invoke(failure -> notStored(told.size(), failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private void notStored(int records, Throwable why) {
        retries.increment();
        LOG.warnf("facts not stored yet: records=%d reason=\"%s\"", records, why);
    }

    private Stream<OrderFacts> usable(ConsumerRecord<String, byte[]> told) {
        try {
            return Stream.of(FactsRecord.read(told));
        } catch (IllegalArgumentException unusable) {
            poison.note(told.topic() + "-" + told.partition() + "@" + told.offset(), unusable);
            return Stream.empty();
        }
    }
}
