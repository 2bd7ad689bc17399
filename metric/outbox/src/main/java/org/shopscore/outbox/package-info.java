/**
 * The transactional outbox of the emitting services: what a command announces is numbered and stored in the command's own
 * transaction, relayed to Kafka in order, at least once, and deleted after the broker's acknowledgement.
 */
package org.shopscore.outbox;
