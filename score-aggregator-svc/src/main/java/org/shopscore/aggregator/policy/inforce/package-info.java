/** The plan of which policy holds when, as it is stored, and the policy in force in memory. */
package org.shopscore.aggregator.policy.inforce;
