/** The topic score-changes for readers without Kafka: as Server-Sent Events, from any cursor on, without a gap. */
package org.shopscore.aggregator.change.stream;
