/** What another policy would do to shops, counted. Pure. */
package org.shopscore.aggregator.policy.effect;
