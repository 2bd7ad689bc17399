package org.shopscore.aggregator.quarantine;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that cannot be used.
 *
 * @param reason a stable code
 * @param detail what is wrong with it, for people
 */
public record Aside(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {}
