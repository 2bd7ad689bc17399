/** Where parcels go: regions by code, one inside the other. */
package org.shopscore.logistics.region;
