/** The registry's way in by Kafka: the topic {@code shops}, on which another system tells what it knows of each shop. */
package org.shopscore.aggregator.shop.topic;
