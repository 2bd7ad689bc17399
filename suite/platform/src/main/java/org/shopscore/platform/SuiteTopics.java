package org.shopscore.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Topics;

/** The topics of the suite as they are on one broker. */
final class SuiteTopics {

    private static final String DAYS_35 = String.valueOf(Duration.ofDays(35).toMillis());
    private static final String DAYS_7 = String.valueOf(Duration.ofDays(7).toMillis());

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<NewTopic> ALL = List.of(
            topic(
                    Topics.METRIC_EVENTS,
                    Lane.COUNT,
                    Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", DAYS_35)),
            topic(Topics.QUARANTINE, 1, Map.of("retention.ms", DAYS_35)),
            topic(Topics.ORDER_FACTS, Lane.COUNT, Map.of("cleanup.policy", "compact")),
            topic(Topics.NOTIFICATIONS, Lane.COUNT, Map.of("retention.ms", DAYS_7)),
            topic(Topics.SCORE_CHANGES, Lane.COUNT, Map.of("cleanup.policy", "compact")),
            topic(Topics.SHOPS, Lane.COUNT, Map.of("cleanup.policy", "compact")),
            topic(Topics.SHOPS_QUARANTINE, 1, Map.of("retention.ms", DAYS_35)));

    private SuiteTopics() {}

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }

    static void create(String bootstrapServers) {
        create(bootstrapServers, ALL);
    }

    /** Returns when each partition's leader answers: a broker says that a topic is made before it can be written to. */
    static void create(String bootstrapServers, Collection<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            createMissing(admin, topics);
            if (!Await.within(PATIENCE, () -> hasLeaders(admin, topics))) {
                throw new PlatformProblem("the topics have no leaders after " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private static void createMissing(Admin admin, Collection<NewTopic> topics) {
        try {
            Set<String> existing = admin.listTopics().names().get();
            Set<NewTopic> missing = new HashSet<>(topics);
            missing.removeIf(topic -> existing.contains(topic.name()));
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new PlatformProblem(
                        "cannot create the topics: " + e.getCause().getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasLeaders(Admin admin, Collection<NewTopic> topics) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        try {
            return admin.listOffsets(ends).all().get().size() == ends.size();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
