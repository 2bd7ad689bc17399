/** Which carrier to choose for a lane, and why. */
package org.shopscore.logistics.carrier.choice;
