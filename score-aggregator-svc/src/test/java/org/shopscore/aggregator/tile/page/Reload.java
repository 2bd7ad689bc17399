package org.shopscore.aggregator.tile.page;

import static io.restassured.RestAssured.given;

import java.net.URI;
import org.shopscore.metric.Lane;

/** Has the owners of all partitions read their tiles again, after these were written by another way. */
public final class Reload {

    public static void all(URI management) {
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            given().post(management.resolve("/ops/lanes/" + lane + "/reload"))
                    .then()
                    .statusCode(200);
        }
    }

    private Reload() {}
}
