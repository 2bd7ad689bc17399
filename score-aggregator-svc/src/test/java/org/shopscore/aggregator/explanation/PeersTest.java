package org.shopscore.aggregator.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.benchmark.Benchmark;
import org.shopscore.aggregator.benchmark.Histogram;
import org.shopscore.aggregator.explanation.Explanation.Hidden;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.metric.MetricScore;

/** A shop is compared with others only by figures that mean the same. */
class PeersTest {

    private static final String METRIC = "complaintOnTimeRate";

    private final MetricScore scored = Shipped.score(Window.example()).metrics().stream()
            .filter(metric -> metric.id().equals(METRIC))
            .findFirst()
            .orElseThrow();

    @Test
    void byTheSamePolicyAverageAndPercentileAreShown() {
        var peer = peers(Shipped.POLICY).of(Shipped.POLICY, Shipped.POLICY.metric(METRIC), scored);
        assertThat(peer.average()).contains("80.000000");
        assertThat(peer.difference()).contains("10.000000");
        assertThat(peer.percentile()).contains("100.0");
        assertThat(peer.hidden()).isEmpty();
        assertThat(peers(Shipped.POLICY)
                        .ofTotal(Shipped.POLICY, new BigDecimal("4.59"))
                        .hidden())
                .contains(Hidden.FEWER_THAN_20_SHOPS);
    }

    @Test
    void wherePointsAreMadeOtherwiseTheAverageAlone() {
        Policy other = read("[\"90\", \"4.00\"]", "[\"90\", \"4.10\"]");
        var peer = peers(other).of(Shipped.POLICY, Shipped.POLICY.metric(METRIC), scored);
        assertThat(peer.average()).contains("80.000000");
        assertThat(peer.percentile()).isEmpty();
        assertThat(peers(other).ofTotal(Shipped.POLICY, new BigDecimal("4.59")).hidden())
                .contains(Hidden.OTHER_POLICY);
    }

    @Test
    void whereOtherMeasuresAreCountedNothing() {
        Policy other = read("\"numerator\": \"complaint.on-time\"", "\"numerator\": \"refund.on-time\"");
        var peer = peers(other).of(Shipped.POLICY, Shipped.POLICY.metric(METRIC), scored);
        assertThat(peer.average()).isEmpty();
        assertThat(peer.hidden()).contains(Hidden.OTHER_POLICY);
    }

    private static Policy read(String was, String becomes) {
        String document = Shipped.document().replace("2026.1.0", "2026.2.0");
        assertThat(document).contains(was);
        return PolicyFile.read("other.json", document.replace(was, becomes));
    }

    /** Twenty shops with 8 of 10 complaints in time, and 3.50 points for it. */
    private static Peers peers(Policy scoredBy) {
        var points = new Histogram();
        points.add(Histogram.bin(new BigDecimal("3.50")), 20);
        return new Peers("女装", Shipped.DAY, scoredBy, Map.of(METRIC, new Benchmark(160, 200, points)));
    }
}
