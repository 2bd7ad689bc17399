package org.shopscore.logistics.incident;

/** What can go wrong with a shipment. */
public enum IncidentType {
    LABEL_LOST(true, Fault.CARRIER),
    DAMAGED(true, Fault.CARRIER),
    LOST(true, Fault.CARRIER),
    /** Too long in transit, or too long without a scan. */
    TOO_LONG(true, Fault.CARRIER),
    MISSORTED(false, Fault.CARRIER),
    REFUSED(false, Fault.BUYER),
    WRONG_ADDRESS(false, Fault.BUYER),
    UNREACHABLE(false, Fault.BUYER),
    UNCLAIMED(false, Fault.BUYER);

    private final boolean measured;
    private final Fault usualFault;

    IncidentType(boolean measured, Fault usualFault) {
        this.measured = measured;
        this.usualFault = usualFault;
    }

    /** Whether it counts in {@code shipment.exceptions} (measures.md). */
    public boolean isMeasured() {
        return measured;
    }

    /** Whose fault it is until somebody has looked. */
    public Fault usualFault() {
        return usualFault;
    }
}
