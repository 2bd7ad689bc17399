package org.shopscore.logistics.care.handover;

import java.util.Optional;
import org.shopscore.logistics.care.message.Outcome;
import org.shopscore.logistics.care.outlook.Decision;
import org.shopscore.logistics.care.outlook.Outlook;
import org.shopscore.logistics.care.setting.Channel;
import org.shopscore.logistics.care.template.Templates;
import org.shopscore.metric.Notification;

/**
 * A message that was due.
 *
 * @param notification that is announced; empty when the buyer is not told, or not yet
 */
record HandedOver(Outcome outcome, Optional<Notification> notification) {

    static HandedOver of(Outlook outlook, Templates.Shelf texts) {
        var key = outlook.message().key();
        return switch (outlook.decision()) {
            case Decision.Skip skip -> new HandedOver(Outcome.skipped(key, skip.reason()), Optional.empty());
            case Decision.Wait wait -> new HandedOver(Outcome.waits(key, wait.until(), 0), Optional.empty());
            case Decision.Send send -> sent(outlook, send.channel(), text(outlook, texts));
        };
    }

    private static Templates.Written text(Outlook outlook, Templates.Shelf texts) {
        var key = outlook.message().key();
        return texts.write(key.order().shopId(), key.stage(), outlook.languages(), outlook.order());
    }

    private static HandedOver sent(Outlook outlook, Channel channel, Templates.Written written) {
        var key = outlook.message().key();
        var notification = new Notification(
                key.id(),
                key.order().shopId(),
                key.order().orderId(),
                outlook.buyerRef(),
                key.stage().name(),
                outlook.message().reachedAt(),
                channel.name(),
                written.language(),
                written.text());
        return new HandedOver(Outcome.queued(key, channel, written.language()), Optional.of(notification));
    }
}
