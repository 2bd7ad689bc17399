package org.shopscore.aggregator.lookup.redis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shopscore.aggregator.lookup.memory.Announced.Version;

/** Up to which version Redis has said that it holds a partition: one that came back with less is an old copy. */
@ApplicationScoped
class Acknowledged {

    private static final Version NONE = new Version(0, 0);

    private final Map<Integer, Version> versions = new ConcurrentHashMap<>();

    /** Where the version of the partition stands. */
    static String key(int partition) {
        return "score:told:" + partition;
    }

    void put(int partition, Version version) {
        versions.merge(partition, version, (known, told) -> known.compareTo(told) < 0 ? told : known);
    }

    /** 0.0 for none. */
    Version of(int partition) {
        return versions.getOrDefault(partition, NONE);
    }

    /** A copy: what was acknowledged before Redis is asked must be in its answer. */
    Map<Integer, Version> now() {
        return Map.copyOf(versions);
    }
}
