package org.shopscore.customerservice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.customerservice.session.Message.Author.BUYER;
import static org.shopscore.customerservice.session.Message.Author.HUMAN;
import static org.shopscore.metric.Measures.CHAT_REPLY_SECONDS;
import static org.shopscore.metric.Measures.CHAT_TURNS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shopscore.customerservice.session.Message.Author;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.metric.Contribution;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class SweepTest {

    private final Desk desk = Desk.anew();

    @Test
    void turnsThatNobodyAnsweredAreFoundAndCountAsTenMinutes() {
        var expected = Contribution.none();
        for (int i = 0; i < 20; i++) {
            var each = desk.other("c-" + i);
            each.starts(StartsWith.HUMAN);
            each.says("m-1", BUYER, i).statusCode(201);
            expected = expected.plus(timedOut(desk.at(i)));
        }

        Announced.await(desk.shopId(), expected);
        assertThat(desk.other("c-7").get().extract().<List<String>>path("turns.state"))
                .containsExactly("TIMED_OUT");
    }

    @Test
    void aTurnWhoseTimeHasNotComeStaysOpen() {
        var now = new Desk(desk.shopId(), "now", Instant.now().minusSeconds(5));
        now.starts(StartsWith.HUMAN);
        now.says("m-1", BUYER, 1).statusCode(201);
        desk.starts(StartsWith.HUMAN);
        desk.says("m-1", BUYER, 1);

        Announced.await(desk.shopId(), timedOut(desk.at(1)));
        assertThat(now.get().extract().<List<String>>path("turns.state")).containsExactly("OPEN");
    }

    @Test
    void anAnswerThatComesAfterTheSweepStillCountsFromWhenItWasSent() {
        desk.starts(StartsWith.HUMAN);
        desk.says("m-1", BUYER, 0);
        Announced.await(desk.shopId(), timedOut(desk.at(0)));

        desk.says("m-2", HUMAN, 90).statusCode(201);

        Announced.await(
                desk.shopId(),
                Contribution.none()
                        .plus(desk.at(0), CHAT_TURNS, 1)
                        .plus(desk.at(0), "chat.turns-within-3min", 1)
                        .plus(desk.at(0), CHAT_REPLY_SECONDS, 90));
    }

    @Test
    void messagesThatArriveAtOnceInAnyOrderEndAsThoseInOrder() {
        var random = new Random(11);
        var expected = Contribution.none();
        var told = new ArrayList<Runnable>();
        for (int s = 0; s < 12; s++) {
            var each = desk.other("c-" + s);
            each.starts(s % 3 == 0 ? StartsWith.BOT : StartsWith.HUMAN).statusCode(201);
            var session = Session.started(desk.start(), s % 3 == 0 ? StartsWith.BOT : StartsWith.HUMAN);
            for (int m = 0; m < 8; m++) {
                var author = List.of(BUYER, HUMAN, Author.BOT).get(random.nextInt(3));
                var message = new Message("m-" + m, author, desk.at(60L * random.nextInt(40)));
                session = session.with(message);
                told.add(() -> each.says(message.messageId(), author, message.sentAt()));
            }
            if (s % 3 == 0) {
                session = session.handedOver(desk.at(120));
                told.add(() -> each.handedOver(120));
            }
            expected = expected.plus(TurnMeasures.of(session.overdue(desk.at(100_000))));
        }
        Collections.shuffle(told, random);
        told.addAll(List.copyOf(told.subList(0, 30)));

        told.parallelStream().forEach(Runnable::run);

        Announced.await(desk.shopId(), expected);
    }

    @Test
    void theSweepGoesOnWhenPostgresIsBack() {
        desk.starts(StartsWith.HUMAN).statusCode(201);
        var postgres = PlatformResource.platform().postgres();
        postgres.stop();
        postgres.start();
        assertThat(Await.within(Duration.ofSeconds(60), () -> told(desk) == 201))
                .isTrue();

        Announced.await(desk.shopId(), timedOut(desk.at(3)));
    }

    private static int told(Desk desk) {
        return desk.says("m-1", BUYER, 3).extract().statusCode();
    }

    private static Contribution timedOut(Instant start) {
        return Contribution.none().plus(start, CHAT_TURNS, 1).plus(start, CHAT_REPLY_SECONDS, 600);
    }
}
