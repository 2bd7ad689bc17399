package org.shopscore.suite;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shopscore.platform.Folders;
import org.shopscore.platform.Jvm;
import org.shopscore.platform.Platform;
import org.shopscore.platform.Recipe;

/**
 * A packaged service on the platform, configured by environment as it would be anywhere.
 *
 * @param jvmArguments added after the usual ones, so that they win
 */
record ServiceRecipe(
        Service service, Path home, Endpoint endpoint, Endpoints suite, Platform platform, List<String> jvmArguments)
        implements Recipe {

    /** Beside the service's own log: what its buyers are told, as long as no provider is named. */
    static final String BUYERS_LOG = "messages-to-buyers.log";

    private static final int ANSWER_MILLIS = 2_000;

    @Override
    public String name() {
        return service.module();
    }

    private Path temporary() {
        return home.resolve("tmp");
    }

    /** Temporary files stay in its folder and go with its next life, however it ended. */
    @Override
    public void prepare() throws IOException {
        Folders.delete(temporary());
        Files.createDirectories(temporary());
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(Jvm.small(256, temporary()));
        if (service == Service.AGGREGATOR) {
            command.add(Jvm.HUGE_PAGES);
        }
        command.addAll(jvmArguments);
        command.addAll(List.of("-jar", service.program().toString()));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", endpoint.http().getHost(),
                "QUARKUS_HTTP_PORT", String.valueOf(endpoint.http().getPort()),
                "QUARKUS_MANAGEMENT_HOST", endpoint.management().getHost(),
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(endpoint.management().getPort()),
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "QUARKUS_DATASOURCE_JDBC_URL", platform.jdbcUrl(service.database()),
                "QUARKUS_DATASOURCE_REACTIVE_URL", platform.reactiveUrl(service.database()),
                "KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers()));
        if (service == Service.LOGISTICS) {
            settings.put("CARE_PROVIDER_LOG_FILE", home.resolve(BUYERS_LOG).toString());
        }
        if (service == Service.AGGREGATOR) {
            settings.put("QUARKUS_REDIS_HOSTS", platform.redisUrl());
        } else {
            settings.put(
                    "OUTBOX_AGGREGATOR_URL", suite.aggregator().management().toString());
        }
        return settings;
    }

    /** The management port says when it is ready, and opens first; the API has its port when it answers anything at all. */
    @Override
    public boolean ready(long pid) {
        try {
            return status(endpoint.management().resolve("/q/health/ready")) == HttpURLConnection.HTTP_OK
                    && status(endpoint.http()) > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int status(URI address) throws IOException {
        HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
        request.setConnectTimeout(ANSWER_MILLIS);
        request.setReadTimeout(ANSWER_MILLIS);
        return request.getResponseCode();
    }
}
