package org.shopscore.aggregator.policy.file;

import static org.shopscore.aggregator.policy.file.PolicyReader.decimal;
import static org.shopscore.aggregator.policy.file.PolicyReader.text;
import static org.shopscore.aggregator.policy.file.PolicyReader.whole;

import java.util.HashSet;
import java.util.stream.Collectors;
import org.shopscore.aggregator.policy.Fallback;
import org.shopscore.aggregator.policy.file.rule.Part;
import org.shopscore.aggregator.policy.metric.Maturity;

/** Makes the fallback out of a document without faults. */
final class FallbackReader {

    /** @param metrics whose bad cases mature as they do */
    static Fallback fallback(Part part, Part metrics) {
        if (!text(part.at("kind")).equals("fixed")) {
            return new Fallback.PadToCategoryAverage();
        }
        var slow = part.at("slowCategories").items().stream()
                .map(PolicyReader::text)
                .toList();
        return new Fallback.Fixed(
                decimal(part.at("points")),
                new Fallback.Orders(
                        whole(part.at("ordersBelow")), whole(part.at("slowOrdersBelow")), new HashSet<>(slow)),
                whole(part.at("badAtMost")),
                part.at("samplesAtMost").members().stream().collect(Collectors.toMap(Part::name, PolicyReader::whole)),
                part.at("badMeasures").members().stream()
                        .collect(Collectors.toMap(Part::name, bad -> matured(bad, metrics))));
    }

    private static String matured(Part bad, Part metrics) {
        return metrics.items().stream()
                .filter(metric -> text(metric.at("id")).equals(bad.name()))
                .map(metric -> Math.toIntExact(whole(metric.at("maturityDays"))))
                .filter(days -> days > 0)
                .map(days -> new Maturity(text(bad), days).name())
                .findFirst()
                .orElseGet(() -> text(bad));
    }

    private FallbackReader() {}
}
