package org.shopscore.platform;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A port that a person can change: what it is for, its usual number, and the variable that changes it. */
public record PortSetting(String what, String variable, int usual) {

    /** A killed process that is no longer seen can hold its port for a moment. */
    private static final Duration RELEASE = Duration.ofSeconds(5);

    static final PortSetting POSTGRES = new PortSetting("PostgreSQL", "SHOPSCORE_POSTGRES_PORT", 15432);
    static final PortSetting REDIS = new PortSetting("Redis", "SHOPSCORE_REDIS_PORT", 16379);
    static final PortSetting KAFKA = new PortSetting("Kafka", "SHOPSCORE_KAFKA_PORT", 19092);
    static final PortSetting KAFKA_CONTROLLER =
            new PortSetting("Kafka's controller", "SHOPSCORE_KAFKA_CONTROLLER_PORT", 19093);

    public int in(Map<String, String> environment) {
        String given = environment.getOrDefault(variable, String.valueOf(usual));
        if (given.matches("[0-9]{1,5}") && Integer.parseInt(given) >= 1 && Integer.parseInt(given) <= 65_535) {
            return Integer.parseInt(given);
        }
        throw new PlatformProblem("%s must be a port from 1 to 65535, was \"%s\"".formatted(variable, given));
    }

    /** Refuses with the one line that a person needs: which port, who holds it, what to set. */
    public void requireFree(int port) {
        if (!Ports.isFree(port)) {
            Optional<String> holder = PortHolder.of(port);
            if (holder.isPresent() || !Await.within(RELEASE, () -> Ports.isFree(port))) {
                throw taken(port, holder);
            }
        }
    }

    private PlatformProblem taken(int port, Optional<String> holder) {
        return new PlatformProblem("Port %d (%s) is taken%s: stop that, or choose another port with %s=…"
                .formatted(port, what, holder.map(who -> " by " + who).orElse(""), variable));
    }
}
