package org.shopscore.aggregator.official;

import io.vertx.mutiny.sqlclient.Pool;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.shopscore.platform.PlatformResource;

/**
 * What a run took of the machine.
 *
 * @param service  CPU of this process, which is the service's
 * @param postgres CPU of the server and its backends
 * @param log      bytes of the write-ahead log
 */
record Spent(Duration service, Duration postgres, long log) {

    static Spent now(Pool pool) {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long written = pool.query("select wal_bytes::bigint from pg_stat_wal")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
        return new Spent(Duration.ofNanos(os.getProcessCpuTime()), ofPostgres(), written);
    }

    private static Duration ofPostgres() {
        return ProcessHandle.of(PlatformResource.platform().postgres().pid()).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Spent since(Spent before) {
        return new Spent(service.minus(before.service), postgres.minus(before.postgres), log - before.log);
    }

    @Override
    public String toString() {
        return "CPU of the service %.1f s, of PostgreSQL %.1f s, %,d MB of log"
                .formatted(service.toMillis() / 1e3, postgres.toMillis() / 1e3, log >> 20);
    }
}
