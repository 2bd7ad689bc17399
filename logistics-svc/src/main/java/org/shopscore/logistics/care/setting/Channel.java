package org.shopscore.logistics.care.setting;

/** How a message reaches the buyer. */
public enum Channel {
    SMS,
    EMAIL,
    IN_APP
}
