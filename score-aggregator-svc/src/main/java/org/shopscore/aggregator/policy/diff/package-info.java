/** What differs between two policy documents. Pure. */
package org.shopscore.aggregator.policy.diff;
