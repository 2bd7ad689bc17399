/** Lookups that memory answers, answered on their connection before they become requests of the service. */
package org.shopscore.aggregator.lookup.wire;
