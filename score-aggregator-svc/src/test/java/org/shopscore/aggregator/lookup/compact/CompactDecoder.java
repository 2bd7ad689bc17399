package org.shopscore.aggregator.lookup.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the binary form by nothing but its description, docs/compact-scores.md. */
public final class CompactDecoder {

    public record Item(
            int status,
            int officialStage,
            int official,
            String officialLevel,
            int provisionalStage,
            int provisional,
            String provisionalLevel,
            boolean isIncomplete,
            int source,
            int trafficWeight,
            List<String> entitlements,
            LocalDate statDate,
            int revision,
            int previous,
            LocalDate to,
            Instant asOf,
            Instant completeUntil) {}

    private final ByteBuffer in;
    public final String policyVersion;
    public final List<Item> items = new ArrayList<>();

    public CompactDecoder(byte[] answer) {
        in = ByteBuffer.wrap(answer);
        if (in.getInt() != 0x53534231) {
            throw new IllegalArgumentException("another form");
        }
        int count = in.getShort() & 0xFFFF;
        policyVersion = text();
        List<String> levels = texts();
        List<String> entitlements = texts();
        for (int i = 0; i < count; i++) {
            items.add(item(levels, entitlements));
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException(in.remaining() + " bytes too many");
        }
    }

    private Item item(List<String> levels, List<String> entitlements) {
        int at = in.position();
        in.position(at + 44);
        int flags = in.get(at + 9);
        int held = in.getInt(at + 12);
        var codes = new ArrayList<String>();
        for (int k = 0; k < entitlements.size(); k++) {
            if (((held >>> k) & 1) == 1) {
                codes.add(entitlements.get(k));
            }
        }
        return new Item(
                in.get(at),
                in.get(at + 1),
                u16(at + 2),
                level(levels, at + 4),
                in.get(at + 5),
                u16(at + 6),
                level(levels, at + 8),
                (flags & 1) == 1,
                (flags >> 1) & 3,
                u16(at + 10),
                codes,
                LocalDate.ofEpochDay(in.getInt(at + 16)),
                u16(at + 20),
                u16(at + 22),
                LocalDate.ofEpochDay(in.getInt(at + 24)),
                Instant.ofEpochMilli(in.getLong(at + 28)),
                Instant.ofEpochMilli(in.getLong(at + 36)));
    }

    private int u16(int at) {
        return in.getShort(at) & 0xFFFF;
    }

    private String level(List<String> levels, int at) {
        int place = in.get(at) & 0xFF;
        return place == 255 ? "" : levels.get(place);
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        for (int left = in.get() & 0xFF; left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        var bytes = new byte[in.get() & 0xFF];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }
}
