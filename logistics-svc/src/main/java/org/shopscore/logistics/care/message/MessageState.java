package org.shopscore.logistics.care.message;

/** Where a message stands. */
public enum MessageState {
    /** It is looked at when it is due. */
    WAITING,
    /** It is on its way to the provider. */
    QUEUED,
    /** The provider has taken it. */
    SENT,
    /** The provider will not have it. */
    REJECTED,
    /** The buyer is not told, for a reason of ours. */
    SKIPPED
}
