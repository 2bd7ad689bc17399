package org.shopscore.customerservice.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.shopscore.customerservice.session.Message.Author.BOT;
import static org.shopscore.customerservice.session.Message.Author.BUYER;
import static org.shopscore.customerservice.session.Message.Author.HUMAN;
import static org.shopscore.metric.Measures.CHAT_REPLY_SECONDS;
import static org.shopscore.metric.Measures.CHAT_TURNS;
import static org.shopscore.metric.Measures.CHAT_TURNS_WITHIN_3MIN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.metric.Contribution;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class SessionResourceTest {

    @Inject
    Pool pool;

    private final Desk desk = Desk.anew();

    @Test
    void anAnsweredTurnIsAnnouncedOnceHoweverOftenItIsTold() {
        desk.starts(StartsWith.HUMAN).statusCode(201).body("startsWith", equalTo("HUMAN"));
        desk.starts(StartsWith.HUMAN).statusCode(200);
        desk.says("m-1", BUYER, 5).statusCode(201).body("author", equalTo("BUYER"));
        desk.says("m-2", HUMAN, 47).statusCode(201);
        desk.says("m-2", HUMAN, 47).statusCode(200);

        Announced.await(desk.shopId(), turn(5, 42, true));
        desk.get()
                .statusCode(200)
                .body("messages.messageId", contains("m-1", "m-2"))
                .body("turns.state", contains("ANSWERED"))
                .body("turns[0].replySeconds", equalTo(42));
        assertThat(tellings()).isEqualTo(3);
    }

    @Test
    void aTurnPendingAtTheHandOverWaitsFromThereHoweverLateTheHandOverIsTold() {
        desk.starts(StartsWith.BOT).statusCode(201);
        desk.says("m-1", BUYER, 5).statusCode(201);
        desk.says("m-2", BOT, 6).statusCode(201);
        desk.says("m-3", HUMAN, 260).statusCode(201);

        desk.handedOver(60)
                .statusCode(200)
                .body("handedOverAt", equalTo(desk.at(60).toString()));

        Announced.await(desk.shopId(), turn(60, 200, false));
    }

    @Test
    void aHandOverToldAgainCountsFromTheEarlierInstant() {
        desk.starts(StartsWith.BOT);
        desk.says("m-1", BUYER, 5);
        desk.says("m-2", HUMAN, 260);
        desk.handedOver(60).statusCode(200);

        desk.handedOver(90)
                .statusCode(200)
                .body("handedOverAt", equalTo(desk.at(60).toString()));
        desk.handedOver(50)
                .statusCode(200)
                .body("handedOverAt", equalTo(desk.at(50).toString()));

        Announced.await(desk.shopId(), turn(50, 210, false));
    }

    @Test
    void whatIsKnownOtherwiseIsRefusedAndChangesNothing() {
        desk.starts(StartsWith.HUMAN);
        desk.says("m-1", BUYER, 5);
        long before = tellings();

        desk.starts(StartsWith.BOT).statusCode(409).body("code", equalTo("session-differs"));
        desk.says("m-1", HUMAN, 5)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("message-differs"))
                .body("author", equalTo("BUYER"));
        desk.handedOver(9).statusCode(409).body("code", equalTo("starts-with-human"));

        assertThat(tellings()).isEqualTo(before);
        desk.get().body("startsWith", equalTo("HUMAN")).body("messages.author", contains("BUYER"));
    }

    @Test
    void whatIsUnknownIsNotFound() {
        desk.get().statusCode(404).body("code", equalTo("unknown-session"));
        desk.says("m-1", BUYER, 5).statusCode(404).body("code", equalTo("unknown-session"));
        desk.handedOver(5).statusCode(404).body("code", equalTo("unknown-session"));
        assertThat(rows("chat_message")).isZero();
    }

    @Test
    void aSessionThatBeginsInTheNightIsKeptAndNotCounted() {
        var night = new Desk(desk.shopId(), "night", desk.at(13 * 3600 + 600));
        night.starts(StartsWith.HUMAN).statusCode(201).body("counted", equalTo(false));
        night.says("m-1", BUYER, 1).statusCode(201);
        night.says("m-2", HUMAN, 2).statusCode(201);
        desk.starts(StartsWith.HUMAN);
        desk.says("m-1", BUYER, 5);
        desk.says("m-2", HUMAN, 6);

        Announced.await(desk.shopId(), turn(5, 1, true));
    }

    @Test
    void aLateHandOverThatClosesManyTurnsIsSplitAndLosesNothing() {
        desk.starts(StartsWith.BOT);
        var expected = Contribution.none();
        for (int i = 0; i < 15; i++) {
            desk.says("q-" + i, BUYER, 100 + i * 10).statusCode(201);
            desk.says("a-" + i, HUMAN, 103 + i * 10).statusCode(201);
            expected = expected.plus(turn(100 + i * 10, 3, true));
        }

        desk.handedOver(50).statusCode(200);

        Announced.await(desk.shopId(), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'author':'AGENT','sentAt':'NOW'}             | 400 | author",
                "{'author':'人工','sentAt':'NOW'}              | 400 | author",
                "{'author':1,'sentAt':'NOW'}                   | 400 | author",
                "{'sentAt':'NOW'}                              | 400 | author",
                "{'author':'BUYER'}                            | 400 | sentAt",
                "{'author':'BUYER','sentAt':'刚才'}            | 400 | sentAt",
                "{'author':'BUYER','sentAt':1772333333}        | 400 | sentAt",
                "{'author':'BUYER','sentAt':'NOW','text':'你好'} | 400 | text",
                "{'author':'BUYER','sentAt':'2999-01-01T00:00:00Z'} | 422 | sentAt",
                "{'author':'BUYER','sentAt':'1999-01-01T00:00:00Z'} | 422 | sentAt",
            })
    void aBadFieldIsNamedAndNothingIsStored(String body, int status, String field) {
        desk.starts(StartsWith.HUMAN);

        desk.put(
                        "/messages/m-1",
                        body.replace('\'', '"').replace("NOW", desk.start().toString()))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", notNullValue())
                .body("errors[0].field", containsString(field));

        assertThat(rows("chat_message")).isZero();
    }

    @Test
    void aBodyThatIsNoJsonOrNothingOrTooLargeIsRefused() {
        desk.starts(StartsWith.HUMAN);
        desk.put("/messages/m-1", "{").statusCode(400).body("code", equalTo("malformed-json"));
        desk.put("/messages/m-1", "").statusCode(400).contentType("application/problem+json");
        desk.put("/messages/m-1", "\"" + "长".repeat(800_000) + "\"").statusCode(413);
        given().contentType("text/plain").body("x").put(desk.address()).then().statusCode(415);
        assertThat(rows("chat_message")).isZero();
    }

    @Test
    void anIdThatCannotBeOneIsNamed() {
        new Desk("店铺", "c-1", Instant.now())
                .starts(StartsWith.HUMAN)
                .statusCode(400)
                .body("errors[0].field", containsString("shopId"));
        desk.other("-c").starts(StartsWith.HUMAN).statusCode(400).body("errors[0].field", containsString("sessionId"));
    }

    private Contribution turn(long second, long seconds, boolean prompt) {
        return Contribution.none()
                .plus(desk.at(second), CHAT_TURNS, 1)
                .plus(desk.at(second), CHAT_TURNS_WITHIN_3MIN, prompt ? 1 : 0)
                .plus(desk.at(second), CHAT_REPLY_SECONDS, seconds);
    }

    /** Without what the sweep adds, which may be before or after an answer. */
    private long tellings() {
        return rows("(select * from session_history where what <> 'OVERDUE')");
    }

    private long rows(String from) {
        return pool.query(
                        "select count(*) from %s as told where session_key like '%s/%%'".formatted(from, desk.shopId()))
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}
