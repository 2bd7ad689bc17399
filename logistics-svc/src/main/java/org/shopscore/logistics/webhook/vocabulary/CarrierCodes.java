package org.shopscore.logistics.webhook.vocabulary;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a provider names the carriers: a data file with the lines {@code theirs,ours,note}. */
public final class CarrierCodes {

    private static final int LONGEST = 32;

    private final String provider;
    private final Map<String, String> ours;

    private CarrierCodes(String provider, Map<String, String> ours) {
        this.provider = provider;
        this.ours = ours;
    }

    /** @throws IllegalStateException when the file is missing, or a line of it makes no sense */
    public static CarrierCodes of(String provider) {
        return new CarrierCodes(
                provider,
                DataFile.of("carriers/" + provider + ".csv", 3)
                        .collect(Collectors.toMap(line -> line[0], line -> line[1])));
    }

    public boolean knows(String theirs) {
        return ours.containsKey(theirs);
    }

    /** The suite's code; for a carrier that the file does not know a code that tells whose and which it is. */
    public String ours(String theirs) {
        return ours.getOrDefault(theirs, provider + "-" + spelled(theirs));
    }

    private String spelled(String theirs) {
        var allowed = theirs.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        return allowed.substring(0, Math.min(allowed.length(), LONGEST - provider.length() - 1));
    }
}
