package org.shopscore.aggregator.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.metric.Measures;

/** Where the services list the very facts behind a measure. */
@ApplicationScoped
class Evidence {

    private final Map<String, String> addresses;

    /** @param addresses by source without its slash, e.g. {@code logistics-svc=http://127.0.0.1:8083}; a source without one gets no link */
    Evidence(@ConfigProperty(name = "score.evidence") Optional<Map<String, String>> addresses) {
        this.addresses = addresses.orElse(Map.of());
    }

    /** By measure, for the days that count: those of a window, or as many days before as the metric matures. */
    Map<String, String> links(String shopId, Metric metric, LocalDate first, LocalDate last) {
        var links = new LinkedHashMap<String, String>();
        Ratio ratio = metric.ratio().ofMeasures();
        LocalDate from = first.minusDays(metric.maturityDays());
        LocalDate to = last.minusDays(metric.maturityDays());
        Stream.of(ratio.numerator(), ratio.denominator())
                .forEach(measure -> Measures.ownerOf(measure)
                        .map(source -> addresses.get(source.substring(1)))
                        .ifPresent(address -> links.put(
                                measure,
                                "%s/v1/shops/%s/evidence?measure=%s&from=%s&to=%s"
                                        .formatted(address, shopId, measure, from, to))));
        return links;
    }
}
