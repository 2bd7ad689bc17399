package org.shopscore.aftersales.review;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.OrderFacts;
import org.shopscore.metric.Topics;
import org.shopscore.platform.PlatformResource;

/** Speaks to the service as the order feed does. */
final class OrderFeed {

    static void tell(OrderFacts... told) {
        for (var facts : told) {
            record(facts.key(), EventJson.write(facts).getBytes(StandardCharsets.UTF_8));
        }
    }

    static void record(String key, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", PlatformResource.platform().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var sent = producer.send(new ProducerRecord<>(Topics.ORDER_FACTS, key, value));
            producer.flush();
            sent.resultNow();
        }
    }

    private OrderFeed() {}
}
