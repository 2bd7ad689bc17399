/** Buyers, of whom the service knows an opaque reference alone. */
package org.shopscore.logistics.buyer;
