package org.shopscore.aggregator.policy.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.language.Language;
import org.shopscore.aggregator.policy.diff.Change;

/**
 * What differs between two versions.
 *
 * @param sentences by language: zh, en; one a change
 */
@Schema(name = "PolicyDiff")
record DiffAnswer(String policy, String against, List<Line> changes, Map<String, List<String>> sentences) {

    /** @param path e.g. metrics/productRating/weight; was is null for what is new, becomes for what is gone */
    @Schema(name = "PolicyDiffLine")
    record Line(
            String path,

            @Schema(required = true, nullable = true) @JsonInclude
            String was,

            @Schema(required = true, nullable = true) @JsonInclude
            String becomes) {}

    static DiffAnswer of(String policy, String against, List<Change> changes) {
        return new DiffAnswer(
                policy,
                against,
                changes.stream()
                        .map(change -> new Line(
                                String.join("/", change.path()),
                                change.was().orElse(null),
                                change.is().orElse(null)))
                        .toList(),
                Language.ALL.stream()
                        .collect(Collectors.toMap(
                                Language::code,
                                language -> changes.stream()
                                        .map(new DiffSentences(language)::of)
                                        .toList())));
    }
}
