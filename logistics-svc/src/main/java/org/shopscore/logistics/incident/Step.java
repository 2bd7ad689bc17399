package org.shopscore.logistics.incident;

/** What an incident's history remembers. */
public enum Step {
    OPENED,
    ASSIGNED,
    ATTRIBUTED,
    CONTACTED,
    REMEDIED,
    CLOSED,
    WITHDRAWN,
    PROVED,
    DISPROVED
}
