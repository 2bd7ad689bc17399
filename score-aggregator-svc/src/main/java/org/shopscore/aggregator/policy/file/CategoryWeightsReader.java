package org.shopscore.aggregator.policy.file;

import static org.shopscore.aggregator.policy.file.PolicyReader.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shopscore.aggregator.policy.CategoryWeights;
import org.shopscore.aggregator.policy.file.rule.Part;

/** Makes the weights of categories out of a document without faults. */
final class CategoryWeightsReader {

    static List<CategoryWeights> categoryWeights(Part list) {
        return list.items().stream()
                .map(part -> new CategoryWeights(
                        text(part.at("category")), weights(part.at("dimensions")), weights(part.at("metrics"))))
                .toList();
    }

    private static Map<String, BigDecimal> weights(Part part) {
        return part.members().stream().collect(Collectors.toMap(Part::name, PolicyReader::decimal));
    }

    private CategoryWeightsReader() {}
}
