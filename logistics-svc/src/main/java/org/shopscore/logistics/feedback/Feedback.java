package org.shopscore.logistics.feedback;

import java.time.Instant;

/**
 * What a buyer thinks of a delivery.
 *
 * @param attitude of the courier, 1 to 5
 * @param speed    1 to 5
 * @param comment  without personal data, may be empty
 */
record Feedback(int attitude, int speed, ParcelState parcelState, String comment, Instant givenAt) {}
