package org.shopscore.aggregator.entitlement.standing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.entitlement.ScoredDay;

/** Official days of one shop, packed: what a run reads of a shop instead of a row a day. */
final class DayBytes {

    private static final List<String> STAGES = List.of("NONE", "GROWTH", "FORMAL", "WITHHELD");
    private static final int SEVERE = 0x10;
    private static final int NOTHING = -1;
    private static final int POINT_DECIMALS = 4;
    private static final int PUBLISHED_DECIMALS = 2;
    private static final int GROUP = 0x7F;
    private static final int MORE = 0x80;
    private static final int GROUP_BITS = 7;

    static byte[] pack(OfficialDays days) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var subjects = new TreeSet<String>();
            days.days().forEach(day -> subjects.addAll(day.points().keySet()));
            writeCount(out, subjects.size());
            for (String subject : subjects) {
                out.writeUTF(subject);
            }
            for (ScoredDay day : days.days()) {
                out.writeInt(Math.toIntExact(day.statDate().toEpochDay()));
                out.writeByte(STAGES.indexOf(day.stage()) | (day.isSevere() ? SEVERE : 0));
                out.writeInt(packed(day.published(), PUBLISHED_DECIMALS));
                out.writeShort(packed(Optional.of(day.padding()), POINT_DECIMALS));
                for (String subject : subjects) {
                    out.writeInt(packed(Optional.ofNullable(day.points().get(subject)), POINT_DECIMALS));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param statDate the last of them */
    static OfficialDays unpack(byte[] bytes, LocalDate statDate) {
        var days = new ArrayList<ScoredDay>();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var subjects = new ArrayList<String>();
            for (int left = readCount(in); left > 0; left--) {
                subjects.add(in.readUTF());
            }
            while (in.available() > 0) {
                days.add(day(in, subjects));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OfficialDays(statDate, days);
    }

    /** In groups of seven bits, the lowest first: up to 127 it is one byte. */
    private static void writeCount(DataOutputStream out, int count) throws IOException {
        int left = count;
        while (left > GROUP) {
            out.writeByte((left & GROUP) | MORE);
            left >>>= GROUP_BITS;
        }
        out.writeByte(left);
    }

    private static int readCount(DataInputStream in) throws IOException {
        int count = 0;
        int shift = 0;
        int group = MORE;
        while ((group & MORE) != 0) {
            group = in.readUnsignedByte();
            count |= (group & GROUP) << shift;
            shift += GROUP_BITS;
        }
        return count;
    }

    private static ScoredDay day(DataInputStream in, List<String> subjects) throws IOException {
        LocalDate statDate = LocalDate.ofEpochDay(in.readInt());
        int flags = in.readByte();
        Optional<BigDecimal> published = unpacked(in.readInt(), PUBLISHED_DECIMALS);
        BigDecimal padding = BigDecimal.valueOf(in.readShort(), POINT_DECIMALS);
        Map<String, BigDecimal> points = new HashMap<>();
        for (String subject : subjects) {
            unpacked(in.readInt(), POINT_DECIMALS).ifPresent(value -> points.put(subject, value));
        }
        return new ScoredDay(statDate, STAGES.get(flags & ~SEVERE), published, points, padding, (flags & SEVERE) != 0);
    }

    private static int packed(Optional<BigDecimal> figure, int decimals) {
        return figure.map(value -> value.setScale(decimals).unscaledValue().intValueExact())
                .orElse(NOTHING);
    }

    private static Optional<BigDecimal> unpacked(int value, int decimals) {
        return value == NOTHING ? Optional.empty() : Optional.of(BigDecimal.valueOf(value, decimals));
    }

    private DayBytes() {}
}
