/** How well carriers do on their lanes, week by week: counts and hours that follow every parcel, also when it is corrected late. */
package org.shopscore.logistics.carrier.performance;
