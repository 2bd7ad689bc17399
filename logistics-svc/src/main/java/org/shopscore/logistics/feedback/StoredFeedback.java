package org.shopscore.logistics.feedback;

/** A parcel's feedback as the table holds it. */
record StoredFeedback(String shopId, String shipmentId, String carrier, Feedback feedback) {}
