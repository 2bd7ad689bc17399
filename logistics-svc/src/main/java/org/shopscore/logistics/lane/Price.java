package org.shopscore.logistics.lane;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one parcel costs.
 *
 * @param minor    in the currency's smallest unit, such as fen
 * @param currency ISO 4217
 */
public record Price(long minor, String currency) {

    /** A parcel that costs more is a slip of the pen. */
    public static final long MOST = 100_000_000;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(known -> known.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    public Price {
        if (minor < 0 || minor > MOST) {
            throw new IllegalArgumentException("a price must be within 0 and " + MOST + ", was " + minor);
        }
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException("a currency must be one of ISO 4217, was " + currency);
        }
    }

    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /** Such as {@code 3.50 CNY}. */
    @Override
    public String toString() {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }
}
