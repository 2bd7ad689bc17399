package org.shopscore.logistics.care.outlook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.care.message.SkipReason;
import org.shopscore.logistics.care.setting.CareSettings;
import org.shopscore.logistics.care.stage.Reached;
import org.shopscore.logistics.care.stage.Stage;

/**
 * All that counts for whether a buyer is told of a stage.
 *
 * @param reached   everything that the order has come to
 * @param order what is known of it besides
 */
record Situation(Reached told, List<Reached> reached, OrderNow order, CareSettings settings, boolean optedOut) {

    /** @param troubled whether something is wrong with a parcel of it */
    record OrderNow(boolean cancelled, boolean troubled) {}

    /** @param oldest how long ago a stage may have been reached */
    Decision decide(Instant now, Duration oldest) {
        return reason(now.minus(oldest))
                .<Decision>map(Decision.Skip::new)
                .or(() -> settings.quietHours().end(now).map(Decision.Wait::new))
                .orElseGet(() -> new Decision.Send(settings.of(told.stage()).channel()));
    }

    private Optional<SkipReason> reason(Instant oldest) {
        return Stream.of(
                        when(told.at().isBefore(oldest), SkipReason.TOO_OLD),
                        when(order.cancelled(), SkipReason.ORDER_CANCELLED),
                        when(reached.stream().anyMatch(told::isOvertakenBy), SkipReason.OVERTAKEN),
                        when(told.stage() == Stage.EXCEPTION && !order.troubled(), SkipReason.EXCEPTION_OVER),
                        when(!settings.of(told.stage()).enabled(), SkipReason.SWITCHED_OFF),
                        when(optedOut, SkipReason.OPTED_OUT))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<SkipReason> when(boolean holds, SkipReason reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
