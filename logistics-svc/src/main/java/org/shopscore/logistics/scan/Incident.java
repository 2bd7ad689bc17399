package org.shopscore.logistics.scan;

/** What went wrong, by whose doing: the carrier's, the consignee's, customs', the weather's or the shipper's. */
public enum Incident {
    CARRIER_DAMAGED,
    CARRIER_LOST,
    CARRIER_DELAYED,
    CARRIER_LABEL_LOST,
    CARRIER_MISSORTED,
    CARRIER_OTHER,
    CONSIGNEE_REFUSED,
    CONSIGNEE_UNREACHABLE,
    CONSIGNEE_WRONG_ADDRESS,
    CONSIGNEE_UNCLAIMED,
    CONSIGNEE_OTHER,
    CUSTOMS_HELD,
    WEATHER,
    SHIPPER_CANCELLED,
    SHIPPER_NOT_SENT,
    SHIPPER_OTHER,
    UNKNOWN
}
