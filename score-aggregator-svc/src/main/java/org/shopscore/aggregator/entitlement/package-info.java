/** What official scores entitle a shop to: predicates over days. Pure. */
package org.shopscore.aggregator.entitlement;
