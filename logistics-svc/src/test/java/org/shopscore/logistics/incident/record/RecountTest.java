package org.shopscore.logistics.incident.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.incident.Desk;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Measures;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RecountTest {

    private final Shop shop = Shop.anew();

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void whatAnEarlierRuleSentForAnExceptionIsCorrectedByTheDifferenceAndOnce() throws Exception {
        shop.order("order-1");
        shop.shipment("parcel-1", "order-1");
        new Desk(shop, "parcel-1", "lost").open("LOST", shop.hoursAgo(30)).statusCode(201);
        recount();
        var right = Kept.of(shop);
        Announced.await(shop.id(), right);
        var three = Contribution.none().plus(shop.hoursAgo(30), Measures.SHIPMENT_EXCEPTIONS, 3);
        keep(three);

        recount(1);
        var events = Announced.await(shop.id(), right.plus(shop.hoursAgo(30), Measures.SHIPMENT_EXCEPTIONS, -2));
        assertThat(events.getLast().ref()).isEqualTo("exception/lost");
        assertThat(events.getLast().reason()).isEqualTo(Optional.of("recount"));
        assertThat(Kept.of(shop)).isEqualTo(right);
        recount(0);
    }

    private void keep(Contribution sent) throws SQLException {
        try (var connection = Kept.connection();
                var statement = connection.prepareStatement(
                        "update shipment_exception set contribution = ? where shop_id = ?")) {
            statement.setString(1, EventJson.write(sent));
            statement.setString(2, shop.id());
            statement.executeUpdate();
        }
    }

    private void recount(int corrected) {
        recount().body("corrected", equalTo(corrected));
    }

    /** Of all shops, also of those whose rows another test has changed. */
    private ValidatableResponse recount() {
        return given().post(management.resolve("/ops/recount")).then().statusCode(200);
    }
}
