package org.shopscore.aggregator.policy.dryrun.trial;

/** A shop that a policy cannot score: it must never come into force. */
public final class Unscorable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unscorable(String shopId, RuntimeException cause) {
        super("the shop " + shopId + " cannot be scored: " + cause.getMessage(), cause);
    }
}
