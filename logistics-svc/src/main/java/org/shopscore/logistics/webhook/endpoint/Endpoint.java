package org.shopscore.logistics.webhook.endpoint;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where a provider pushes to.
 *
 * @param secrets  the newest first; any of them may have signed
 * @param sources  networks that may send; empty for any
 * @param customer who we are to the provider
 */
public record Endpoint(
        EndpointKey key,
        List<String> secrets,
        List<Network> sources,
        Optional<String> customer,
        boolean enabled,
        long version) {

    public Endpoint {
        secrets = List.copyOf(secrets);
        sources = List.copyOf(sources);
    }

    public boolean takesFrom(InetAddress sender) {
        return sources.isEmpty() || sources.stream().anyMatch(network -> network.contains(sender));
    }

    /** The same settings, whatever the version. */
    boolean isSetLike(Endpoint other) {
        return equals(other.withVersion(version));
    }

    Endpoint withVersion(long version) {
        return new Endpoint(key, secrets, sources, customer, enabled, version);
    }

    /** No secret in a log. */
    @Override
    public String toString() {
        return "Endpoint[" + key + ", version=" + version + "]";
    }
}
