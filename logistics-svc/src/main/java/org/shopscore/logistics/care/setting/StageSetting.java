package org.shopscore.logistics.care.setting;

import static java.util.Objects.requireNonNull;

/** Whether buyers are told of a stage, and how. */
public record StageSetting(boolean enabled, Channel channel) {

    public StageSetting {
        requireNonNull(channel, "channel");
    }
}
