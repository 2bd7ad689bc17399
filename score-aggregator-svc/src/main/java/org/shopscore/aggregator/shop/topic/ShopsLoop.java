package org.shopscore.aggregator.shop.topic;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.quarantine.Quarantine;
import org.shopscore.metric.Topics;

/**
 * One thread that polls the topic, takes a poll in, and only then moves the offset. Whatever fails, the poll is read again: the
 * versions of the shops make a repetition harmless.
 */
final class ShopsLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(ShopsLoop.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(1);

    private final ShopsSettings settings;
    private final ShopsBatch batch;
    private volatile boolean running = true;

    ShopsLoop(ShopsSettings settings, ShopsBatch batch) {
        this.settings = settings;
        this.batch = batch;
    }

    @Override
    public void run() {
        while (running) {
            try (var topic = settings.consumer();
                    var quarantine = new Quarantine(settings.producer(), Topics.SHOPS_QUARANTINE)) {
                topic.subscribe(java.util.List.of(Topics.SHOPS));
                read(topic, quarantine);
            } catch (InterruptException | WakeupException e) {
                running = false;
            } catch (RuntimeException | Error e) {
                // An Error ends what is in memory, not the thread: somebody has to go on.
                LOG.warnf("shops=interrupted cause=\"%s\"", e.getMessage());
                rest();
            }
        }
    }

    /** Until it is stopped; whatever it throws, the next consumer begins at the offset that was moved last. */
    private void read(Consumer<byte[], byte[]> topic, Quarantine quarantine) {
        while (running) {
            ConsumerRecords<byte[], byte[]> records = topic.poll(IDLE);
            if (!records.isEmpty()) {
                batch.take(records, quarantine);
                topic.commitSync();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    void stop() {
        running = false;
    }
}
