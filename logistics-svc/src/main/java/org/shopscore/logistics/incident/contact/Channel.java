package org.shopscore.logistics.incident.contact;

/** How they were spoken to. */
enum Channel {
    CHAT,
    PHONE,
    SMS,
    EMAIL,
    CARRIER_PORTAL,
    IN_PERSON
}
