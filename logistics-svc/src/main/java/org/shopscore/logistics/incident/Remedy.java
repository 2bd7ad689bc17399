package org.shopscore.logistics.incident;

import java.time.Instant;

/** What is done for the buyer or the shop about an incident; each kind at most once, the last word counts. */
public sealed interface Remedy {

    /** The goods are sent again. */
    record Reship(String shipmentId) implements Remedy {}

    /** After-sales was asked to pay the money back; this is the record of it, and nothing is called. */
    record RefundAsked(Instant at) implements Remedy {}

    /**
     * The carrier pays.
     *
     * @param amountMinor in the currency's smallest unit
     * @param currency    ISO 4217
     */
    record CarrierCompensation(long amountMinor, String currency) implements Remedy {

        public CarrierCompensation {
            if (amountMinor < 1) {
                throw new IllegalArgumentException("a compensation must be at least 1, was " + amountMinor);
            }
        }
    }
}
