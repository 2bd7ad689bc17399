package org.shopscore.aggregator.termination;

/**
 * A shop has come under a review, or is no longer under it.
 *
 * @param code of the policy's entitlement
 */
public record ReviewChange(String shopId, String code, Kind kind) {

    public enum Kind {
        OPENED,
        /** The score no longer asks for it. */
        RECOVERED,
        /** The policy of the day does not name it. */
        ENDED_BY_POLICY
    }
}
