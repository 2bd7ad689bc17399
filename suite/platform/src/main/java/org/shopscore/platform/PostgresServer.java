package org.shopscore.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One PostgreSQL: the platform's, or one of its own for a service whose database fails over to a standby. */
public final class PostgresServer {

    private final Postgres recipe;
    private final LocalProcess process;

    private PostgresServer(Postgres recipe) {
        this.recipe = recipe;
        this.process = new LocalProcess(recipe);
    }

    /** A handle; the server is started by its {@link #process}. */
    public static PostgresServer at(Path home, int port, Durability durability) {
        return new PostgresServer(new Postgres(home.toAbsolutePath().normalize(), port, durability));
    }

    public LocalProcess process() {
        return process;
    }

    /** Creates the database unless it exists. */
    public void createDatabase(String name) {
        Databases.create(jdbcUrl("postgres"), name);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(recipe.port(), database);
    }

    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:%d/%s".formatted(recipe.port(), database);
    }

    /**
     * Copies the running server into another folder, while others write to it.
     *
     * @return a standby that has all that was committed before, and is to be started on the same port when this server is gone
     */
    public PostgresServer copyTo(Path home) {
        Postgres copy = new Postgres(home.toAbsolutePath().normalize(), recipe.port(), recipe.durability());
        BaseBackup.copy(jdbcUrl("postgres"), recipe.data(), copy.data());
        return new PostgresServer(copy);
    }

    /** Makes a running standby a primary, on a timeline of its own. */
    public void promote() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet promoted = statement.executeQuery("select pg_promote()")) {
            if (!promoted.next() || !promoted.getBoolean(1)) {
                throw new PlatformProblem("%s was not promoted within a minute".formatted(recipe.home()));
            }
        } catch (SQLException e) {
            throw new PlatformProblem("cannot promote %s: %s".formatted(recipe.home(), e.getMessage()), e);
        }
    }
}
