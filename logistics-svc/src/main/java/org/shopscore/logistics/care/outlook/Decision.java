package org.shopscore.logistics.care.outlook;

import java.time.Instant;
import org.shopscore.logistics.care.message.SkipReason;
import org.shopscore.logistics.care.setting.Channel;

/** What is to be done with a message now. */
public sealed interface Decision {

    record Send(Channel channel) implements Decision {}

    record Wait(Instant until) implements Decision {}

    record Skip(SkipReason reason) implements Decision {}
}
