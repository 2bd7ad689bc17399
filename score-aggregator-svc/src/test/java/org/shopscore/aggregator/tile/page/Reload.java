package org.shopscore.aggregator.tile.page;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;

/** Has the owners of all partitions read their tiles again, after these were written by another way. */
public final class Reload {

    /** An owner learns that it was shut out when it writes: a record that cannot be read is set aside. */
    public static void all(URI management, String bootstrapServers) throws Exception {
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            given().post(management.resolve("/ops/lanes/" + lane + "/reload"))
                    .then()
                    .statusCode(200);
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int lane = 0; lane < Lane.COUNT; lane++) {
                producer.send(new ProducerRecord<>(Topics.METRIC_EVENTS, lane, null, new byte[] {1}))
                        .get();
            }
        }
    }

    private Reload() {}
}
