package org.shopscore.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import org.shopscore.platform.PlatformProblem;

/** The four services: what they are packaged as, the database each owns, and where each answers. */
public enum Service {
    AGGREGATOR("score-aggregator-svc", "score_aggregator", 8080),
    CUSTOMER_SERVICE("customer-service-svc", "customer_service", 8081),
    AFTER_SALES("after-sales-svc", "after_sales", 8082),
    LOGISTICS("logistics-svc", "logistics", 8083);

    private final String module;
    private final String database;
    private final int usualPort;

    Service(String module, String database, int usualPort) {
        this.module = module;
        this.database = database;
        this.usualPort = usualPort;
    }

    /** The folder of the module and the name that a person knows it by. */
    public String module() {
        return module;
    }

    public String database() {
        return database;
    }

    int usualPort() {
        return usualPort;
    }

    public Endpoint in(Endpoints endpoints) {
        return switch (this) {
            case AGGREGATOR -> endpoints.aggregator();
            case CUSTOMER_SERVICE -> endpoints.customerService();
            case AFTER_SALES -> endpoints.afterSales();
            case LOGISTICS -> endpoints.logistics();
        };
    }

    /** The packaged program. */
    Path program() {
        Path program = root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(program)) {
            throw new PlatformProblem(module + " is not built: there is no " + program);
        }
        return program;
    }

    /** The checkout: what the launcher script says, else the first folder upwards that holds the script. */
    private static Path root() {
        String told = System.getProperty("shopscore.root");
        Path folder = Path.of(told == null ? "" : told).toAbsolutePath();
        while (told == null && folder.getParent() != null && !Files.exists(folder.resolve("shopscore"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
