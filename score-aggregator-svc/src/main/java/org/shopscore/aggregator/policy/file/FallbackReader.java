package org.shopscore.aggregator.policy.file;

import static org.shopscore.aggregator.policy.file.PolicyReader.decimal;
import static org.shopscore.aggregator.policy.file.PolicyReader.text;
import static org.shopscore.aggregator.policy.file.PolicyReader.whole;

import java.util.HashSet;
import java.util.stream.Collectors;
import org.shopscore.aggregator.policy.Fallback;

/** Makes the fallback out of a document without faults. */
final class FallbackReader {

    static Fallback fallback(Part part) {
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
                part.at("badMeasures").members().stream().collect(Collectors.toMap(Part::name, PolicyReader::text)));
    }

    private FallbackReader() {}
}
