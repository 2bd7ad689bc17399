/** What buyers think of a delivery: the courier's attitude, the speed, and the state of the parcel. */
package org.shopscore.logistics.feedback;
