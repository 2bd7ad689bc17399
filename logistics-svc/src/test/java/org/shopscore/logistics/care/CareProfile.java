package org.shopscore.logistics.care;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.net.URI;
import java.util.Map;
import org.shopscore.platform.Ports;

/** The service with a provider that is impatient, so that a test need not be patient. */
public class CareProfile implements QuarkusTestProfile {

    // A test framework loads this class more than once, and all must mean the same address.
    private static final String URL = "org.shopscore.logistics.care.provider";

    static synchronized URI url() {
        if (System.getProperty(URL) == null) {
            System.setProperty(URL, "http://127.0.0.1:" + Ports.free(1).getFirst() + "/notifications");
        }
        return URI.create(System.getProperty(URL));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "care.provider.url", url().toString(),
                "care.provider.timeout", "5S",
                "care.provider.attempts", "3",
                "care.provider.first-pause", "0.05S",
                "care.provider.round-pause", "0.5S",
                "care.sweep.every", "0.1s");
    }
}
