package org.shopscore.aggregator.shop;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.shop.table.Common;
import org.shopscore.aggregator.shop.table.ShopBytes;

/**
 * Writes profiles as {@link ShopBytes}: behind the id i64 version of the registration, i32 number of what many shops have in common
 * (category, kind, flags), i32 day it was opened, i32 products on sale; {@value #UNKNOWN} for what is not known.
 */
final class PackedProfiles {

    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final int LENGTH = Long.BYTES + 3 * Integer.BYTES;

    private final Common<ShopProfile> common = new Common<>();

    byte[] pack(String shopId, long version, ShopProfile profile) {
        byte[] entry = ShopBytes.of(shopId, LENGTH);
        rest(entry)
                .putLong(version)
                .putInt(common.number(with(profile, Optional.empty(), OptionalInt.empty())))
                .putInt(profile.openedOn()
                        .map(day -> Math.toIntExact(day.toEpochDay()))
                        .orElse(UNKNOWN))
                .putInt(profile.productsOnSale().orElse(UNKNOWN));
        return entry;
    }

    static long version(byte[] entry) {
        return rest(entry).getLong();
    }

    /** Empty for a day that is not known. */
    static Optional<LocalDate> openedOn(byte[] entry) {
        return day(rest(entry).getInt(ShopBytes.idTo(entry) + Long.BYTES + Integer.BYTES));
    }

    private static Optional<LocalDate> day(int packed) {
        return packed == UNKNOWN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(packed));
    }

    ShopProfile profile(byte[] entry) {
        var rest = rest(entry).position(ShopBytes.idTo(entry) + Long.BYTES);
        ShopProfile shared = common.of(rest.getInt());
        int openedOn = rest.getInt();
        int products = rest.getInt();
        return openedOn == UNKNOWN && products == UNKNOWN
                ? shared
                : with(shared, day(openedOn), products == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(products));
    }

    private static ByteBuffer rest(byte[] entry) {
        int from = ShopBytes.idTo(entry);
        return ByteBuffer.wrap(entry, from, entry.length - from);
    }

    private static ShopProfile with(ShopProfile profile, Optional<LocalDate> openedOn, OptionalInt products) {
        return new ShopProfile(profile.category(), openedOn, profile.kind(), profile.flags(), products);
    }
}
