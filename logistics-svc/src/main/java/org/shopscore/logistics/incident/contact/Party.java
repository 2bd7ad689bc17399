package org.shopscore.logistics.incident.contact;

/** Who was spoken to: a role, never a name or a number. */
enum Party {
    BUYER,
    CARRIER,
    /** The carrier's station or locker. */
    STATION,
    SUPPLIER,
    AFTER_SALES
}
