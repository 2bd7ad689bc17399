package org.shopscore.aggregator.policy.file;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreEngine;

/** The policy that this process scores by; a bad one ends the start with its faults and nothing else. */
@Singleton
class PolicyInForce {

    private static final Logger LOG = Logger.getLogger(PolicyInForce.class);
    private static final String SHIPPED = "policy/exp-score-5.json";
    private static final int BEFORE_ALL_OTHERS = 1;

    private final Optional<Path> file;

    PolicyInForce(@ConfigProperty(name = "score.policy-file") Optional<Path> file) {
        this.file = file;
    }

    @Produces
    @Singleton
    PolicyDocument document() {
        try {
            return file.isPresent() ? read(file.get()) : PolicyDocument.read(SHIPPED, shipped());
        } catch (BadPolicy bad) {
            // Of this type Quarkus prints the message alone, and ends with code 1.
            throw new ConfigurationException("the policy cannot be used:\n" + bad.getMessage());
        }
    }

    @Produces
    @Singleton
    Policy policy(PolicyDocument document) {
        return document.policy();
    }

    @Produces
    @Singleton
    ScoreEngine engine(Policy policy) {
        return new ScoreEngine(policy);
    }

    void load(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start, Policy policy) {
        LOG.infof(
                "policy=%s file=%s",
                policy.reference(), file.map(Path::toString).orElse(SHIPPED));
    }

    private static PolicyDocument read(Path path) {
        try {
            return PolicyDocument.read(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new BadPolicy(path + ": must be a readable file in UTF-8");
        }
    }

    private static String shipped() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(SHIPPED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
