/** What carriers call a parcel. */
package org.shopscore.logistics.waybill;
