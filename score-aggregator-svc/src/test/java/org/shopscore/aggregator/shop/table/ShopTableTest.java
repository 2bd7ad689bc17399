package org.shopscore.aggregator.shop.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Lane;

class ShopTableTest {

    private static final int LONGEST_ID = 64;

    @Test
    void anIdIsTakenForNoneThatDiffersInOneLetterAtAnyPlace() {
        for (int length = 1; length <= LONGEST_ID; length++) {
            String id = "s".repeat(length);
            byte[] entry = ShopBytes.of(id, 3);
            byte[] within = ("__" + id + "__").getBytes(UTF_8);
            assertThat(ShopBytes.isOf(entry, within, 2, 2 + length)).as(id).isTrue();
            for (int at = 2; at < 2 + length; at++) {
                byte[] other = within.clone();
                other[at] = 't';
                assertThat(ShopBytes.isOf(entry, other, 2, 2 + length))
                        .as("%s at %d", id, at)
                        .isFalse();
            }
            assertThat(ShopBytes.isOf(entry, within, 2, 3 + length)).isFalse();
        }
    }

    @Test
    void ofManyShopsEachIsFoundAsItWasPutLast() {
        var random = new Random(11);
        var table = new ShopTable();
        var known = new HashMap<String, Integer>();
        for (int n = 0; n < 20_000; n++) {
            String id = "shop-" + random.nextInt(5_000);
            byte[] entry = ShopBytes.of(id, 1);
            entry[ShopBytes.idTo(entry)] = (byte) n;
            table.put(entry);
            known.put(id, n);
        }

        assertThat(table.size()).isEqualTo(known.size());
        known.forEach((id, n) -> {
            byte[] found = table.find(Id.of(id));
            assertThat(ShopBytes.shopId(found)).isEqualTo(id);
            assertThat(found[ShopBytes.idTo(found)]).isEqualTo((byte) n.intValue());
        });
        var places = table.places();
        known.keySet()
                .forEach(id ->
                        assertThat(ShopBytes.shopId(attempted(places, id))).isEqualTo(id));
        assertThat(attempted(places, "shop-5001")).isNull();
        byte[] stranger = "shop-5001".getBytes(UTF_8);
        assertThat(table.find(stranger, 0, stranger.length, Lane.hash(stranger, 0, stranger.length)))
                .isNull();
    }

    /** As one looks who waits for the places of many shops at once. */
    private static byte[] attempted(ShopTable.Places places, String id) {
        byte[] text = id.getBytes(UTF_8);
        int hash = Lane.hash(text, 0, text.length);
        int attempt = 0;
        byte[] found = places.at(hash, attempt);
        while (found != null && !ShopBytes.isOf(found, text, 0, text.length)) {
            found = places.at(hash, ++attempt);
        }
        return found;
    }
}
