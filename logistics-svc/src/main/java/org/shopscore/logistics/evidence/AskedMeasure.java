package org.shopscore.logistics.evidence;

import java.util.Collection;
import java.util.TreeSet;
import org.shopscore.metric.Measures;
import org.shopscore.problem.Refused;

/** The measure of a query. */
final class AskedMeasure {

    /**
     * The kind of facts that the measure counts.
     *
     * @throws Refused 404 {@code measure-of-another-service}, which it names, {@code unknown-measure}
     */
    static Evidence behind(String measure, Collection<Evidence> kinds) {
        return kinds.stream()
                .filter(kind -> kind.measures().contains(measure))
                .findFirst()
                .orElseThrow(() -> refusal(measure, kinds));
    }

    private static Refused refusal(String measure, Collection<Evidence> kinds) {
        var ours = new TreeSet<String>();
        kinds.forEach(kind -> ours.addAll(kind.measures()));
        return Measures.ownerOf(measure)
                .map(owner -> new Refused(
                                404, "measure-of-another-service", measure + " is counted by " + owner + ": ask there")
                        .with("owner", owner))
                .orElseGet(() -> new Refused(404, "unknown-measure", "no measure is called " + measure))
                .with("measures", ours);
    }

    private AskedMeasure() {}
}
