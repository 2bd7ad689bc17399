package org.shopscore.logistics.care.delivery;

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

/**
 * Takes the topic's messages in, a poll at a time; the offset moves when the log says of each what has become of it.
 *
 * <p>None is passed over because the database is away: the poll is tried again, and what the log says to be sent is not sent again.
 */
@ApplicationScoped
class NotificationsConsumer {

    private static final Logger LOG = Logger.getLogger(NotificationsConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Deliveries deliveries;
    private final Counter poison;

    NotificationsConsumer(Deliveries deliveries, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.poison = Counter.builder("care.notifications.unreadable")
                .description("Records of the topic that are no notifications of stages that are known")
                .register(meters);
    }

    @Incoming("notifications")
    Uni<Void> consume(ConsumerRecords<String, byte[]> poll) {
        var told = StreamSupport.stream(poll.spliterator(), false)
                .flatMap(this::readable)
                .toList();
        return Uni.createFrom()
                .deferred(() -> deliveries.deliver(told))
                .onFailure()
                .invoke(failure -> LOG.warnf("care-log=unwritten records=%d cause=\"%s\"", told.size(), failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private Stream<Letter> readable(ConsumerRecord<String, byte[]> told) {
        try {
            return Stream.of(Letter.read(told.value()));
        } catch (IllegalArgumentException unreadable) {
            poison.increment();
            LOG.errorf(
                    "care-record=%s-%d@%d state=unreadable cause=\"%s\"",
                    told.topic(), told.partition(), told.offset(), unreadable.getMessage());
            return Stream.empty();
        }
    }
}
