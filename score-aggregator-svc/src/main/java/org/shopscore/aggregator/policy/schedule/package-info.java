/** Switches from one policy to another, as operators plan them. */
package org.shopscore.aggregator.policy.schedule;
