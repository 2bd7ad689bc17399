/** What a policy would do to every shop, found out without touching a published score. */
package org.shopscore.aggregator.policy.dryrun;
