package org.shopscore.aggregator.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.shop.ShopProfile;

class PackedProfilesTest {

    private final PackedProfiles packed = new PackedProfiles();

    @Test
    void everyProfileIsReadAsItWasWritten() {
        var random = new SplittableRandom(3);
        for (int n = 0; n < 20_000; n++) {
            ShopProfile profile = any(random);
            byte[] entry = packed.pack("shop-" + n, n, profile);

            assertThat(packed.profile(entry)).isEqualTo(profile);
            assertThat(PackedProfiles.version(entry)).isEqualTo(n);
        }
    }

    @Test
    void aShopWithoutAnythingIsUnknown() {
        assertThat(packed.profile(packed.pack("店铺", 7, ShopProfile.UNKNOWN))).isEqualTo(ShopProfile.UNKNOWN);
    }

    private static ShopProfile any(SplittableRandom random) {
        var kinds = ShopProfile.Kind.values();
        return new ShopProfile(
                random.nextBoolean() ? Optional.empty() : Optional.of("女装-" + random.nextInt(50)),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(LocalDate.of(1969, 12, 1).plusDays(random.nextInt(30_000))),
                random.nextBoolean() ? Optional.empty() : Optional.of(kinds[random.nextInt(kinds.length)]),
                random.nextBoolean() ? Set.of() : Set.of("remoteAreaService", "flag" + random.nextInt(3)),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(3)));
    }
}
