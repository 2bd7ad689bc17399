package org.shopscore.logistics.shipment;

/**
 * A parcel in the state that its declaration and the set of its scans make, in whatever order and however often they are told.
 */
public sealed interface Shipment {

    Consignment consignment();

    Milestones milestones();

    /** The state's name. */
    default ShipmentState state() {
        return ShipmentState.of(this);
    }

    /** The shop has named the waybill; no carrier has scanned it. */
    record Announced(Consignment consignment, Milestones milestones) implements Shipment {}

    /** The carrier has it. */
    record PickedUp(Consignment consignment, Milestones milestones) implements Shipment {}

    /** It is moving, or waits for another attempt. */
    record InTransit(Consignment consignment, Milestones milestones) implements Shipment {}

    /** The courier has it. */
    record OutForDelivery(Consignment consignment, Milestones milestones) implements Shipment {}

    /** It lies in a locker or station; nobody has signed. */
    record ReadyForPickup(Consignment consignment, Milestones milestones) implements Shipment {}

    /** The buyer has it. */
    record Signed(Consignment consignment, Milestones milestones) implements Shipment {}

    /** It is on its way back; a signature from before stands. */
    record Returning(Consignment consignment, Milestones milestones) implements Shipment {}

    /** The sender has it again; a signature from before stands. */
    record Returned(Consignment consignment, Milestones milestones) implements Shipment {}

    /** The carrier has given it up, and nothing has been heard of it since. */
    record Lost(Consignment consignment, Milestones milestones) implements Shipment {}

    /** It was taken back before a carrier had it. */
    record Cancelled(Consignment consignment, Milestones milestones) implements Shipment {}
}
