package org.shopscore.suite.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Until when a delivery was promised. */
public sealed interface Promise {

    /** The name of its field in the order's body. */
    String field();

    Object value();

    Promise movedBy(int weeks);

    /** Until the last instant of a day in Asia/Shanghai. */
    record Day(LocalDate value) implements Promise {
        @Override
        public String field() {
            return "deliveryPromisedDay";
        }

        @Override
        public Day movedBy(int weeks) {
            return new Day(value.plusWeeks(weeks));
        }
    }

    /** Until an instant. */
    record At(Instant value) implements Promise {
        @Override
        public String field() {
            return "deliveryPromisedAt";
        }

        @Override
        public At movedBy(int weeks) {
            return new At(value.plus(Duration.ofDays(7L * weeks)));
        }
    }
}
