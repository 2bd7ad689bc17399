package org.shopscore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandbyTest {

    private static final String TIMELINE = "select left(pg_walfile_name(pg_current_wal_lsn()), 8)";

    private final Path folder = Path.of("target", "standby-test").toAbsolutePath();
    private final PostgresServer primary =
            PostgresServer.at(folder.resolve("primary"), Ports.free(1).getFirst(), Durability.DURABLE);

    @BeforeEach
    void startFromNothing() throws SQLException {
        end();
        Folders.delete(folder);
        primary.process().start();
        primary.createDatabase("shops");
        sql("create table shop (id int primary key, name text)");
    }

    @AfterEach
    void end() {
        Leftovers.end(folder);
    }

    @Test
    void aPromotedStandbyHasWhatWasCommittedBeforeItsCopyAndGoesOnOnATimelineOfItsOwn() throws Exception {
        sql("insert into shop values (1, '乐活小铺')");
        var copied = new AtomicBoolean();
        Thread busy = Thread.ofPlatform().start(() -> writeUntil(copied));
        PostgresServer standby = primary.copyTo(folder.resolve("standby"));
        copied.set(true);
        busy.join();
        sql("insert into shop values (2, '太晚了')");
        assertThat(sql(TIMELINE)).isEqualTo("00000001");

        primary.process().kill();
        standby.process().start();
        assertThatThrownBy(() -> sql("insert into shop values (3, '只读')")).hasMessageContaining("read-only");
        standby.promote();

        assertThat(sql(TIMELINE)).isEqualTo("00000002");
        assertThat(sql("select name from shop where id = 1")).isEqualTo("乐活小铺");
        assertThat(sql("select count(*) from shop where id = 2")).isEqualTo("0");
        sql("insert into shop values (3, '新的一生')");
    }

    private void writeUntil(AtomicBoolean copied) {
        try {
            for (int id = 1_000; !copied.get(); id++) {
                sql("insert into shop values (%d, repeat('写', 2000))".formatted(id));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sql(String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(primary.jdbcUrl("shops"), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(text)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
