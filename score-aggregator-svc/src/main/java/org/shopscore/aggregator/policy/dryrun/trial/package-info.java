/** What a policy would give one page of shops, and those that it cannot score. */
package org.shopscore.aggregator.policy.dryrun.trial;
