package org.shopscore.aggregator.official.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;

/**
 * The inputs of several shops one after the other, as they are stored. Pure.
 *
 * <p>Of each: a byte that says what is known (1 category, 2 opened on, 4 products on sale, from 8 on the place of the kind, 0 for none);
 * of what is known the category (a text), the day of the epoch it opened on and the products on sale (4 bytes each); how many flags (2
 * bytes) and each (a text); the length of the sums (2 bytes) and the sums as {@link TileBytes} has them. A text is its length (2 bytes)
 * and UTF-8; numbers are big-endian.
 */
final class InputBytes {

    /** Takes what is read, shop after shop. */
    @FunctionalInterface
    interface Each {
        void take(ShopProfile profile, Amounts sums);
    }

    private static final int CATEGORY = 1;
    private static final int OPENED_ON = 2;
    private static final int ON_SALE = 4;
    private static final int KIND = 8;

    // Their places are part of what is stored.
    private static final List<ShopProfile.Kind> KINDS =
            List.of(ShopProfile.Kind.PERSONAL, ShopProfile.Kind.BUSINESS, ShopProfile.Kind.FLAGSHIP);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);

    void add(ShopProfile profile, Amounts sums) {
        bytes.write(known(profile));
        profile.category().ifPresent(category -> addPart(category.getBytes(UTF_8)));
        profile.openedOn().ifPresent(day -> addNumber(Math.toIntExact(day.toEpochDay()), Integer.SIZE));
        profile.productsOnSale().ifPresent(number -> addNumber(number, Integer.SIZE));
        addNumber(profile.flags().size(), Short.SIZE);
        profile.flags().stream().sorted().forEach(flag -> addPart(flag.getBytes(UTF_8)));
        addPart(TileBytes.pack(sums));
    }

    private static int known(ShopProfile profile) {
        return (profile.category().isPresent() ? CATEGORY : 0)
                | (profile.openedOn().isPresent() ? OPENED_ON : 0)
                | (profile.productsOnSale().isPresent() ? ON_SALE : 0)
                | KIND * profile.kind().map(kind -> 1 + KINDS.indexOf(kind)).orElse(0);
    }

    private void addPart(byte[] part) {
        if (part.length > 0xFFFF) {
            throw new IllegalArgumentException("longer than 65,535 bytes: " + part.length);
        }
        addNumber(part.length, Short.SIZE);
        bytes.write(part, 0, part.length);
    }

    private void addNumber(int number, int bits) {
        for (int shift = bits - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write(number >>> shift);
        }
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    static void read(byte[] inputs, Each each) {
        var in = ByteBuffer.wrap(inputs);
        while (in.hasRemaining()) {
            ShopProfile profile = profile(in);
            int end = (in.getShort() & 0xFFFF) + in.position();
            var sums = new Amounts();
            TileBytes.addTo(sums, inputs, in.position(), end);
            in.position(end);
            each.take(profile, sums);
        }
    }

    private static ShopProfile profile(ByteBuffer in) {
        int known = in.get();
        Optional<String> category = (known & CATEGORY) == 0 ? Optional.empty() : Optional.of(text(in));
        Optional<LocalDate> openedOn =
                (known & OPENED_ON) == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(in.getInt()));
        OptionalInt onSale = (known & ON_SALE) == 0 ? OptionalInt.empty() : OptionalInt.of(in.getInt());
        int kind = known / KIND;
        return new ShopProfile(
                category, openedOn, kind == 0 ? Optional.empty() : Optional.of(KINDS.get(kind - 1)), flags(in), onSale);
    }

    private static Set<String> flags(ByteBuffer in) {
        int count = in.getShort();
        if (count == 0) {
            return Set.of();
        }
        var flags = new HashSet<String>();
        for (int left = count; left > 0; left--) {
            flags.add(text(in));
        }
        return flags;
    }

    private static String text(ByteBuffer in) {
        var text = new byte[in.getShort() & 0xFFFF];
        in.get(text);
        return new String(text, UTF_8);
    }
}
