package org.shopscore.aggregator.termination;

/**
 * The score of a shop has begun or ceased to ask for a review.
 *
 * @param code of the policy's entitlement
 */
public record ReviewChange(String shopId, String code, boolean isOpen) {}
