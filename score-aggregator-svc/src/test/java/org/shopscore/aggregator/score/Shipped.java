package org.shopscore.aggregator.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.PolicyFile;

/** The policy that the product ships. */
public final class Shipped {

    public static final Policy POLICY = PolicyFile.read("exp-score-5.json", document());

    public static String document() {
        try (InputStream in = Shipped.class.getResourceAsStream("/policy/exp-score-5.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shipped() {}
}
