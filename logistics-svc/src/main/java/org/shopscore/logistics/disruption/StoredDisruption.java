package org.shopscore.logistics.disruption;

/**
 * A disruption as the table keeps it.
 *
 * @param version grows by one with each edit
 */
public record StoredDisruption(String id, Disruption disruption, long version) {

    StoredDisruption next(Disruption now) {
        return new StoredDisruption(id, now, version + 1);
    }
}
