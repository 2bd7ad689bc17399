package org.shopscore.logistics.lane;

import java.util.Optional;
import org.shopscore.problem.Refused;

/** A price as requests give it, in two fields. */
public final class PriceFields {

    private static final String CURRENCY = "currency";

    /** @throws Refused 400 when one of them is given without the other, or the currency is none */
    public static Optional<Price> price(Optional<Long> priceMinor, Optional<String> currency) {
        if (priceMinor.isPresent() != currency.isPresent()) {
            throw invalid("must be given with priceMinor and not without", currency.orElse("nothing"));
        }
        return priceMinor.map(minor -> new Price(minor, currency(currency.get())));
    }

    /** @throws Refused 400 when it is none of ISO 4217 */
    public static String currency(String given) {
        if (!Price.isCurrency(given)) {
            throw invalid("must be one of ISO 4217 such as CNY", given);
        }
        return given;
    }

    private static Refused invalid(String message, String given) {
        return Refused.field(400, "invalid-field", CURRENCY, message, given);
    }

    private PriceFields() {}
}
