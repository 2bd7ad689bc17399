/** How long a carrier may take from a region to a region, and what it costs: data, with a date from which it holds. */
package org.shopscore.logistics.lane;
