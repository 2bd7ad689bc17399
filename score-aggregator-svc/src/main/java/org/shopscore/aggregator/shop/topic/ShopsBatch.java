package org.shopscore.aggregator.shop.topic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.quarantine.Aside;
import org.shopscore.aggregator.quarantine.Quarantine;

/** Takes one poll in: what is good is registered, what is not is set aside, and then the poll is done. */
@ApplicationScoped
class ShopsBatch {

    private static final Logger LOG = Logger.getLogger(ShopsBatch.class);

    private final ShopRecord reader;
    private final ToldShops shops;
    private final Counter newer;
    private final Counter older;
    private final Counter quarantined;

    ShopsBatch(ShopRecord reader, ToldShops shops, MeterRegistry registry) {
        this.reader = reader;
        this.shops = shops;
        newer = counter(registry, "newer");
        older = counter(registry, "older");
        quarantined = counter(registry, "quarantined");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("aggregator.shops.records")
                .description(
                        "Records of the topic shops: newer than what was known, older or the same again, or of no use")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Whatever it throws, the same records must be taken in again. */
    void take(Iterable<ConsumerRecord<byte[], byte[]>> records, Quarantine quarantine) {
        var told = new LinkedHashMap<ConsumerRecord<byte[], byte[]>, ToldShop>();
        var aside = new ArrayList<Aside>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                told.put(record, reader.read(record));
            } catch (Unusable unusable) {
                aside.add(unusable.aside(record));
            }
        }
        told.keySet().removeAll(withoutCategory(told, aside));
        int stored = store(told, aside);
        quarantine.setAside(aside);
        newer.increment(stored);
        older.increment(told.size() - stored);
        quarantined.increment(aside.size());
        aside.forEach(ShopsBatch::tell);
    }

    /** One that the table cannot hold must not keep the others out. */
    private int store(Map<ConsumerRecord<byte[], byte[]>, ToldShop> told, List<Aside> aside) {
        try {
            return shops.store(List.copyOf(told.values()));
        } catch (PgException one) {
            if (!ToldShops.isOfNoUse(one)) {
                throw one;
            }
        }
        int stored = 0;
        for (var entry : Map.copyOf(told).entrySet()) {
            try {
                stored += shops.store(List.of(entry.getValue()));
            } catch (PgException refused) {
                if (!ToldShops.isOfNoUse(refused)) {
                    throw refused;
                }
                told.remove(entry.getKey());
                aside.add(new Aside(entry.getKey(), Unusable.NOT_STORABLE, refused.getMessage()));
            }
        }
        return stored;
    }

    private Set<ConsumerRecord<byte[], byte[]>> withoutCategory(
            Map<ConsumerRecord<byte[], byte[]>, ToldShop> told, List<Aside> aside) {
        Set<String> named = told.values().stream()
                .flatMap(shop -> shop.registration().category().stream())
                .collect(Collectors.toSet());
        Set<String> known = named.isEmpty() ? Set.of() : shops.known(named);
        var without = told.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .registration()
                        .category()
                        .filter(category -> !known.contains(category))
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        without.forEach(record ->
                aside.add(new Aside(record, Unusable.UNKNOWN_CATEGORY, "category must be a category of the tree")));
        return without;
    }

    private static void tell(Aside aside) {
        LOG.warnf(
                "shops=quarantined at=%d@%d code=%s reason=\"%s\"",
                aside.record().partition(), aside.record().offset(), aside.reason(), aside.detail());
    }
}
