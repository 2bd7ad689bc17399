package org.shopscore.logistics.incident;

/** Whose doing it is that a shipment went wrong; only force majeure ever takes an order out of its measures. */
public enum Fault {
    CARRIER,
    MERCHANT,
    BUYER,
    FORCE_MAJEURE
}
