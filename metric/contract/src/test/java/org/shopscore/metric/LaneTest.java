package org.shopscore.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void aKeysLaneIsThePartitionThatKafkasDefaultPartitionerChooses() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String key = "店铺-" + Long.toString(random.nextLong() >>> random.nextInt(60), 36);
            assertThat(Lane.of(key)).as(key).isEqualTo(kafkas(key));
        }
    }

    private static int kafkas(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 32;
    }
}
