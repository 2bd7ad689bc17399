/** Where an order's parcels are and when they will arrive: for the chat desk and for buyers. */
package org.shopscore.logistics.tracking;
