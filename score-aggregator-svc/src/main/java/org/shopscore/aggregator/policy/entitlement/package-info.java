/** What a policy asks of days before it entitles a shop. Pure. */
package org.shopscore.aggregator.policy.entitlement;
