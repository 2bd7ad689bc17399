package org.shopscore.logistics.care.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.logistics.care.CareProfile;
import org.shopscore.logistics.care.CareShop;
import org.shopscore.logistics.care.ScriptedProvider;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Topics;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@TestProfile(CareProfile.class)
class DeliveryTest {

    private ScriptedProvider provider;
    private CareShop shop;

    @BeforeEach
    void start() {
        provider = ScriptedProvider.start();
        shop = CareShop.awake();
    }

    @AfterEach
    void stop() {
        provider.close();
        PlatformResource.platform().kafka().resume();
    }

    @Test
    void aPaidOrderIsToldToItsBuyerByReferenceAlone() {
        shop.paid("order-1", shop.now());

        var message = shop.message("order-1", "PAID", "SENT");

        assertThat(message).containsEntry("attempts", 1).containsEntry("channel", "IN_APP");
        assertThat(provider.of(shop.shopId())).singleElement().satisfies(request -> {
            assertThat(request.idempotencyKey()).isEqualTo(message.get("messageId"));
            assertThat(request.notification().messageId()).hasToString(request.idempotencyKey());
            assertThat(request.notification().buyerRef()).contains("b-order-1");
            assertThat(request.notification().text())
                    .startsWith("您的订单order-1已付款，预计")
                    .endsWith("我们会尽快为您发货。");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void aProviderThatFailsIsAskedAgainUntilItTakesTheMessageUnderTheSameKey(int failures) {
        provider.answers(
                shop.shopId(), "order-1", Collections.nCopies(failures, 500).toArray(Integer[]::new));
        shop.paid("order-1", shop.now());

        assertThat(shop.message("order-1", "PAID", "SENT")).containsEntry("attempts", failures + 1);

        assertThat(provider.of(shop.shopId())).hasSize(failures + 1);
        assertThat(provider.of(shop.shopId()).stream().distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void whatTheProviderRefusesIsNotSentAgain(int status) {
        provider.answers(shop.shopId(), "order-1", status);
        shop.paid("order-1", shop.now());

        assertThat(shop.message("order-1", "PAID", "REJECTED"))
                .containsEntry("attempts", 1)
                .containsEntry("reason", "HTTP " + status);
        shop.signed("order-1", shop.now());
        shop.message("order-1", "SIGNED", "SENT");
        assertThat(provider.of(shop.shopId())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {ScriptedProvider.HANG, 302, 408, 425, 429, 503})
    void whatMaySucceedLaterIsTriedAgain(int status) {
        provider.answers(shop.shopId(), "order-1", status);
        shop.paid("order-1", shop.now());

        assertThat(shop.message("order-1", "PAID", "SENT")).containsEntry("attempts", 2);
    }

    @Test
    void messagesWaitForAProviderThatIsDownAndOthersAreLetPast() {
        provider.close();
        shop.paid("order-1", shop.now());
        shop.message(
                "order-1",
                "PAID",
                message -> "WAITING".equals(message.get("state")) && (int) message.get("attempts") >= 3);
        provider = ScriptedProvider.start();

        shop.message("order-1", "PAID", "SENT");

        assertThat(provider.of(shop.shopId())).hasSize(1);
    }

    @Test
    void aMessageThatIsRefusedForNowKeepsNoOtherWaiting() {
        provider.answers(shop.shopId(), "order-1", Collections.nCopies(200, 500).toArray(Integer[]::new));
        shop.paid("order-1", shop.now());
        shop.message("order-1", "PAID", message -> (int) message.get("attempts") >= 3);
        shop.paid("order-2", shop.now());

        shop.message("order-2", "PAID", "SENT");
    }

    @Test
    void aMessageThatFailsForSoLongThatItIsOvertakenIsNotSentAnyMore() {
        provider.answers(shop.shopId(), "order-1", Collections.nCopies(3, 500).toArray(Integer[]::new));
        shop.paid("order-1", shop.now());
        shop.message("order-1", "PAID", message -> (int) message.get("attempts") >= 3);
        provider.answers(shop.shopId(), "order-1");
        shop.signed("order-1", shop.now());

        shop.message("order-1", "SIGNED", "SENT");
        assertThat(shop.message("order-1", "PAID", message -> !"WAITING".equals(message.get("state"))))
                .satisfiesAnyOf(
                        message -> assertThat(message).containsEntry("reason", "OVERTAKEN"),
                        message -> assertThat(message).containsEntry("state", "SENT"));
    }

    @Test
    void aRecordThatComesTwiceIsDeliveredOnce() {
        shop.paid("order-1", shop.now());
        shop.message("order-1", "PAID", "SENT");
        var told = provider.of(shop.shopId()).getFirst().notification();

        send(told.key(), EventJson.write(told));
        send(told.key(), EventJson.write(told));
        shop.signed("order-1", shop.now());

        shop.message("order-1", "SIGNED", "SENT");
        assertThat(provider.of(shop.shopId()))
                .extracting(request -> request.notification().stage())
                .containsExactly("PAID", "SIGNED");
        assertThat(shop.messages("orderId=order-1").getList("messages")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"text\":\"您好\"}"})
    void aRecordThatCannotBeReadStopsNoOther(String data) {
        send(shop.shopId() + "/order-1", data);
        shop.paid("order-1", shop.now());

        shop.message("order-1", "PAID", "SENT");
    }

    @Test
    void aRecordOfAMessageThatTheLogDoesNotKnowIsLetGo() {
        shop.paid("order-1", shop.now());
        shop.message("order-1", "PAID", "SENT");
        var told = EventJson.write(provider.of(shop.shopId()).getFirst().notification());

        send(shop.shopId() + "/order-1", told.replace("order-1", "order-9"));
        shop.signed("order-1", shop.now());

        shop.message("order-1", "SIGNED", "SENT");
        assertThat(provider.of(shop.shopId()))
                .noneMatch(request -> request.notification().orderId().equals("order-9"));
    }

    @Test
    void whatIsCommittedWhileTheBrokerIsGoneReachesTheProviderOnce() {
        var kafka = PlatformResource.platform().kafka();
        kafka.pause();
        shop.paid("order-1", shop.now());
        shop.message("order-1", "PAID", "QUEUED");
        kafka.kill();
        kafka.start();

        shop.message("order-1", "PAID", "SENT");

        assertThat(provider.of(shop.shopId())).hasSize(1);
    }

    private static void send(String key, String data) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", PlatformResource.platform().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var sent = producer.send(new ProducerRecord<>(Topics.NOTIFICATIONS, key, data.getBytes(UTF_8)));
            assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
        }
    }
}
