package org.shopscore.logistics.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class NothingIsLoggedTest {

    private static final class Ear extends Handler {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Ear() {
            setFormatter(new PatternFormatter("%c %s%e"));
        }

        @Override
        public void publish(LogRecord said) {
            heard.add(getFormatter().format(said));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void noContentOfAPushIsLoggedWhetherItIsTakenRefusedOrBroken() {
        var ear = new Ear();
        var root = Logger.getLogger("");
        root.addHandler(ear);
        try {
            var parcel = Parcel.anew();
            for (var provider : List.of("kuaidi100", "kdniao", "aftership", "17track", "standard")) {
                var pusher = Pusher.of(provider).setUp();
                pusher.push(parcel.toldBy(provider)).statusCode(200);
                pusher.push("张三丰 13800138000").statusCode(200);
                pusher.push("{\"lastResult\":{\"data\":\"张三丰 13800138000\"},\"data\":\"张三丰\",\"msg\":7}")
                        .statusCode(200);
                pusher.with(Pusher.of(provider).secret())
                        .push(parcel.toldBy(provider))
                        .statusCode(401);
                pusher.send(RestAssured.given().contentType("text/plain"), "张三丰 13800138000")
                        .statusCode(415);
                Kept.awaitRead(pusher.endpointId());
            }
            assertThat(ear.heard)
                    .as("the refusals are noted")
                    .anyMatch(line -> line.contains("outcome=forged"))
                    .noneMatch(line ->
                            line.contains("张三") || line.contains("13800138000") || line.contains(parcel.waybill()));
        } finally {
            root.removeHandler(ear);
        }
    }
}
