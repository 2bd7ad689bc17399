package org.shopscore.logistics.care.handover;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.care.message.Outcome;
import org.shopscore.logistics.care.outlook.Decision;
import org.shopscore.logistics.care.outlook.Outlook;
import org.shopscore.logistics.care.setting.Channel;
import org.shopscore.logistics.care.template.Placeholder;
import org.shopscore.logistics.care.template.Templates;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.metric.Notification;

/**
 * A message that was due.
 *
 * @param notification that is announced; empty when the buyer is not told, or not yet
 */
record HandedOver(Outcome outcome, Optional<Notification> notification) {

    /** @param eta of the orders whose text tells of it, as far as anybody can say */
    static HandedOver of(Outlook outlook, Templates.Shelf texts, Map<OrderId, Instant> eta) {
        var key = outlook.message().key();
        return switch (outlook.decision()) {
            case Decision.Skip skip -> new HandedOver(Outcome.skipped(key, skip.reason()), Optional.empty());
            case Decision.Wait wait -> new HandedOver(Outcome.waits(key, wait.until(), 0), Optional.empty());
            case Decision.Send send -> sent(outlook, send.channel(), chosen(outlook, texts), eta);
        };
    }

    /** Whether its text tells when the order will come. */
    static boolean tellsOfArrival(Outlook outlook, Templates.Shelf texts) {
        return outlook.decision() instanceof Decision.Send
                && chosen(outlook, texts).text().names(Placeholder.ETA);
    }

    private static Templates.Chosen chosen(Outlook outlook, Templates.Shelf texts) {
        var key = outlook.message().key();
        return texts.choose(key.order().shopId(), key.stage(), outlook.languages());
    }

    private static HandedOver sent(
            Outlook outlook, Channel channel, Templates.Chosen chosen, Map<OrderId, Instant> eta) {
        var key = outlook.message().key();
        var order = Optional.ofNullable(eta.get(key.order()))
                .map(outlook.order()::arriving)
                .orElse(outlook.order());
        var notification = new Notification(
                key.id(),
                key.order().shopId(),
                key.order().orderId(),
                outlook.buyerRef(),
                key.stage().name(),
                outlook.message().reachedAt(),
                channel.name(),
                chosen.language(),
                chosen.of(order));
        return new HandedOver(Outcome.queued(key, channel, chosen.language()), Optional.of(notification));
    }
}
