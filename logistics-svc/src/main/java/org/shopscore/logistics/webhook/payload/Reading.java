package org.shopscore.logistics.webhook.payload;

import java.util.ArrayList;
import java.util.List;
import org.shopscore.logistics.scan.TrackingUpdate;

/**
 * What a document tells.
 *
 * @param unknownCodes    codes that no line of the provider's data file explains, once for each scan
 * @param unknownCarriers the provider's codes of carriers that its data file does not know
 * @param undated         lines that bear no time and so are no scans
 * @param refusals        why parts of the document tell nothing, such as the carrier's own error
 */
public record Reading(
        List<TrackingUpdate> updates,
        List<String> unknownCodes,
        List<String> unknownCarriers,
        int undated,
        List<String> refusals) {

    public Reading {
        updates = List.copyOf(updates);
        unknownCodes = List.copyOf(unknownCodes);
        unknownCarriers = List.copyOf(unknownCarriers);
        refusals = List.copyOf(refusals);
    }

    static Reading of(TrackingUpdate update, List<String> unknownCodes, List<String> unknownCarriers, int undated) {
        return new Reading(List.of(update), unknownCodes, unknownCarriers, undated, List.of());
    }

    public static Reading nothing() {
        return new Reading(List.of(), List.of(), List.of(), 0, List.of());
    }

    public static Reading refused(String reason) {
        return new Reading(List.of(), List.of(), List.of(), 0, List.of(reason));
    }

    /** Whether all that the document says is why it says nothing. */
    public boolean isRefused() {
        return updates.isEmpty() && !refusals.isEmpty();
    }

    public Reading and(Reading other) {
        return new Reading(
                both(updates, other.updates),
                both(unknownCodes, other.unknownCodes),
                both(unknownCarriers, other.unknownCarriers),
                undated + other.undated,
                both(refusals, other.refusals));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
