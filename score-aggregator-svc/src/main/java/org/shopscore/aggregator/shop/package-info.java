/** What the platform knows of its shops: the registry, by HTTP and by the topic {@code shops}. */
package org.shopscore.aggregator.shop;
