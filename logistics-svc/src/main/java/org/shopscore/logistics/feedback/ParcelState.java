package org.shopscore.logistics.feedback;

/** How a parcel arrived. */
public enum ParcelState {
    INTACT,
    PACKAGING_DAMAGED,
    GOODS_DAMAGED
}
