package org.shopscore.suite.fact;

import java.time.Instant;

/** What happens to one order of one shop. */
public sealed interface OrderFact extends Fact {

    String orderId();

    /** An order is paid: the first fact of its story, whatever the others claim. */
    record Paid(String shopId, String orderId, Instant at, Instant pickupDueAt, Promise delivery) implements OrderFact {
        @Override
        public Command command() {
            return Command.of(
                    Team.LOGISTICS,
                    orderPath(shopId, orderId),
                    "paidAt",
                    at,
                    "pickupDueAt",
                    pickupDueAt,
                    delivery.field(),
                    delivery.value());
        }

        @Override
        public Paid movedBy(int weeks) {
            return new Paid(
                    shopId, orderId, Fact.moved(at, weeks), Fact.moved(pickupDueAt, weeks), delivery.movedBy(weeks));
        }
    }

    /** The carrier has it. */
    record PickedUp(String shopId, String orderId, Instant at) implements OrderFact {
        @Override
        public Command command() {
            return Command.of(Team.LOGISTICS, orderPath(shopId, orderId) + "/pickup", "pickedUpAt", at);
        }

        @Override
        public PickedUp movedBy(int weeks) {
            return new PickedUp(shopId, orderId, Fact.moved(at, weeks));
        }
    }

    /** The buyer has it. */
    record Signed(String shopId, String orderId, Instant at) implements OrderFact {
        @Override
        public Command command() {
            return Command.of(Team.LOGISTICS, orderPath(shopId, orderId) + "/signature", "signedAt", at);
        }

        @Override
        public Signed movedBy(int weeks) {
            return new Signed(shopId, orderId, Fact.moved(at, weeks));
        }
    }

    /** Nobody waits for it any more. */
    record Cancelled(String shopId, String orderId, Instant at) implements OrderFact {
        @Override
        public Command command() {
            return Command.of(Team.LOGISTICS, orderPath(shopId, orderId) + "/cancellation", "cancelledAt", at);
        }

        @Override
        public Cancelled movedBy(int weeks) {
            return new Cancelled(shopId, orderId, Fact.moved(at, weeks));
        }
    }

    /** Its buyer rates the goods, 1 to 5 stars. */
    record Reviewed(String shopId, String orderId, String reviewId, int stars, Instant at) implements OrderFact {
        @Override
        public Command command() {
            return Command.of(
                    Team.AFTER_SALES,
                    orderPath(shopId, orderId) + "/reviews/" + reviewId,
                    "stars",
                    stars,
                    "ratedAt",
                    at);
        }

        @Override
        public Reviewed movedBy(int weeks) {
            return new Reviewed(shopId, orderId, reviewId, stars, Fact.moved(at, weeks));
        }
    }

    private static String orderPath(String shopId, String orderId) {
        return "/v1/shops/" + shopId + "/orders/" + orderId;
    }
}
