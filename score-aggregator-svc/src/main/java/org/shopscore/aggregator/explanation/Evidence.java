package org.shopscore.aggregator.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shopscore.aggregator.policy.Ratio;
import org.shopscore.metric.Measures;

/** Where the services list the very facts behind a measure. */
@ApplicationScoped
class Evidence {

    private final Map<String, String> addresses;

    /** @param addresses by source without its slash, e.g. {@code logistics-svc=http://127.0.0.1:8083}; a source without one gets no link */
    Evidence(@ConfigProperty(name = "score.evidence") Optional<Map<String, String>> addresses) {
        this.addresses = addresses.orElse(Map.of());
    }

    /** By measure. */
    Map<String, String> links(String shopId, Ratio ratio, LocalDate from, LocalDate to) {
        var links = new LinkedHashMap<String, String>();
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
