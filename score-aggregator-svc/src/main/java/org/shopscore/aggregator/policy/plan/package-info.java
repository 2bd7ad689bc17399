/** Which policy holds when, and what may happen to one. Pure. */
package org.shopscore.aggregator.policy.plan;
