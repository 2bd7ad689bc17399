package org.shopscore.suite.reconcile;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.shopscore.metric.Lane;

/** Damage to the aggregator's tiles, as it stores what a poll adds to them: amounts taken away that nobody told. */
final class LostTiles {

    private static final String LOSE = """
            insert into tile_delta (lane, from_offset, tiles)
            values (?, (select least(min(from_offset), 0) - 1 from tile_delta where lane = ?), ?)
            """;

    private final Connection database;
    private final String shop;
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();

    LostTiles(Connection database, String shop) {
        this.database = database;
        this.shop = shop;
    }

    void lose(LocalDate day, String measure, long amount) throws SQLException, IOException {
        var tile = new ByteArrayOutputStream();
        varint(tile, id(measure));
        varint(tile, amount > 0 ? 2 * amount - 1 : -2 * amount);
        byte[] id = shop.getBytes(StandardCharsets.UTF_8);
        var out = new DataOutputStream(entries);
        out.writeShort(id.length);
        out.write(id);
        out.writeInt((int) day.toEpochDay());
        out.writeShort(tile.size());
        tile.writeTo(out);
    }

    void store() throws SQLException {
        try (var statement = database.prepareStatement(LOSE)) {
            statement.setInt(1, Lane.of(shop));
            statement.setInt(2, Lane.of(shop));
            statement.setBytes(3, entries.toByteArray());
            statement.executeUpdate();
        }
    }

    private int id(String measure) throws SQLException {
        try (var statement = database.prepareStatement("select id from measure where name = ?")) {
            statement.setString(1, measure);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
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
