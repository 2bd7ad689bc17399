/** Whole stories of orders and parcels, told to the running service. */
package org.shopscore.logistics.story;
