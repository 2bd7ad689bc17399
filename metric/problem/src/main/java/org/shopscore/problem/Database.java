package org.shopscore.problem;

import io.vertx.core.VertxException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a database that cannot be reached from a statement that is wrong, so that the one is tried again and the other is not. */
public final class Database {

    /** Shutting down, starting up, no connection to give, or a standby that is not promoted yet; class 08 is any broken connection. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300", "25006");

    /** A character, a JSON text or a day that cannot be stored. */
    private static final Set<String> NO_VALUE = Set.of("22021", "22P05", "22008");

    public static boolean isUnreachable(Throwable failure) {
        return causes(failure).anyMatch(Database::saysAway);
    }

    /** Whether it was asked for, or given, what it can never hold. */
    static boolean refusesValue(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof DatabaseException answered
                        && answered.getSqlState() != null
                        && NO_VALUE.contains(answered.getSqlState()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static boolean saysAway(Throwable cause) {
        return switch (cause) {
            case DatabaseException answered -> isAway(answered.getSqlState());
            case SQLException answered -> isAway(answered.getSQLState());
            case ClosedConnectionException _, IOException _ -> true;
            case VertxException lost -> "Connection was closed".equals(lost.getMessage());
            default -> isPoolTimeout(cause);
        };
    }

    private static boolean isAway(String sqlState) {
        return sqlState != null && (sqlState.startsWith("08") || AWAY.contains(sqlState));
    }

    /** The pool's own exception is not of a public type. */
    private static boolean isPoolTimeout(Throwable cause) {
        return cause.getClass().getSimpleName().startsWith("NoStackTrace")
                && String.valueOf(cause.getMessage()).startsWith("Timeout");
    }

    private Database() {}
}
