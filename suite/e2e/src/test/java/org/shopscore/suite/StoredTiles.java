package org.shopscore.suite;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;

/** Amounts added to the aggregator's tiles as it stores what a poll adds to them, though nobody told them: for many shops, or as damage. */
public final class StoredTiles {

    private static final String STORE = """
            insert into tile_delta (lane, from_offset, tiles)
            values (?, (select coalesce(least(min(from_offset), 0), 0) - 1 from tile_delta where lane = ?), ?)
            """;

    private static final String ADD = """
            with alone as materialized (select pg_advisory_xact_lock(hashtext('measure')))
            insert into measure (id, name, source)
            select (select coalesce(max(id), 0) + 1 from measure), ?, ? from alone on conflict do nothing
            """;

    private final Connection database;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, ByteArrayOutputStream> lanes = new HashMap<>();

    public StoredTiles(Connection database) {
        this.database = database;
    }

    public void add(String shop, LocalDate day, String measure, long amount) throws SQLException, IOException {
        var tile = new ByteArrayOutputStream();
        varint(tile, id(measure));
        varint(tile, amount > 0 ? 2 * amount : -2 * amount - 1);
        byte[] id = shop.getBytes(StandardCharsets.UTF_8);
        var out = new DataOutputStream(lanes.computeIfAbsent(Lane.of(shop), _ -> new ByteArrayOutputStream()));
        out.writeShort(id.length);
        out.write(id);
        out.writeInt((int) day.toEpochDay());
        out.writeShort(tile.size());
        tile.writeTo(out);
    }

    /** That of a measure that was counted before, or a new one. */
    private int id(String measure) throws SQLException {
        if (!ids.containsKey(measure)) {
            try (var add = database.prepareStatement(ADD);
                    var read = database.prepareStatement("select id from measure where name = ?")) {
                add.setString(1, measure);
                add.setString(2, Measures.ownerOf(measure).orElseThrow());
                add.executeUpdate();
                read.setString(1, measure);
                var rows = read.executeQuery();
                rows.next();
                ids.put(measure, rows.getInt(1));
            }
        }
        return ids.get(measure);
    }

    public void store() throws SQLException {
        try (var statement = database.prepareStatement(STORE)) {
            for (var lane : lanes.entrySet()) {
                statement.setInt(1, lane.getKey());
                statement.setInt(2, lane.getKey());
                statement.setBytes(3, lane.getValue().toByteArray());
                statement.executeUpdate();
            }
        }
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
