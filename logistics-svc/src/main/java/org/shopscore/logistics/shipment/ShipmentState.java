package org.shopscore.logistics.shipment;

/** The states of a shipment as the outside names them. */
public enum ShipmentState {
    ANNOUNCED,
    PICKED_UP,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    READY_FOR_PICKUP,
    SIGNED,
    RETURNING,
    RETURNED,
    LOST,
    CANCELLED;

    static ShipmentState of(Shipment shipment) {
        return switch (shipment) {
            case Shipment.Announced _ -> ANNOUNCED;
            case Shipment.PickedUp _ -> PICKED_UP;
            case Shipment.InTransit _ -> IN_TRANSIT;
            case Shipment.OutForDelivery _ -> OUT_FOR_DELIVERY;
            case Shipment.ReadyForPickup _ -> READY_FOR_PICKUP;
            case Shipment.Signed _ -> SIGNED;
            case Shipment.Returning _ -> RETURNING;
            case Shipment.Returned _ -> RETURNED;
            case Shipment.Lost _ -> LOST;
            case Shipment.Cancelled _ -> CANCELLED;
        };
    }

    Shipment with(Consignment consignment, Milestones milestones) {
        return switch (this) {
            case ANNOUNCED -> new Shipment.Announced(consignment, milestones);
            case PICKED_UP -> new Shipment.PickedUp(consignment, milestones);
            case IN_TRANSIT -> new Shipment.InTransit(consignment, milestones);
            case OUT_FOR_DELIVERY -> new Shipment.OutForDelivery(consignment, milestones);
            case READY_FOR_PICKUP -> new Shipment.ReadyForPickup(consignment, milestones);
            case SIGNED -> new Shipment.Signed(consignment, milestones);
            case RETURNING -> new Shipment.Returning(consignment, milestones);
            case RETURNED -> new Shipment.Returned(consignment, milestones);
            case LOST -> new Shipment.Lost(consignment, milestones);
            case CANCELLED -> new Shipment.Cancelled(consignment, milestones);
        };
    }
}
