package org.shopscore.logistics.care.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.order.OrderId;

class MessageKeyTest {

    @Test
    void theSameStageOfTheSameOrderHasTheSameIdInEachLifeOfTheDatabase() {
        assertThat(key("s-1", "o-1", Stage.SHIPPED).id()).hasToString("565ff8f5-2d34-3df9-b0ab-411a0b358d41");
    }

    @Test
    void eachStageOfEachOrderHasAnIdOfItsOwn() {
        assertThat(java.util.Set.of(
                        key("s-1", "o-1", Stage.SHIPPED).id(),
                        key("s-1", "o-1", Stage.SIGNED).id(),
                        key("s-1", "o-2", Stage.SHIPPED).id(),
                        key("s-2", "o-1", Stage.SHIPPED).id()))
                .hasSize(4);
    }

    private static MessageKey key(String shop, String order, Stage stage) {
        return new MessageKey(new OrderId(shop, order), stage);
    }
}
