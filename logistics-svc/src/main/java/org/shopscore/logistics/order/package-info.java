/** Orders on their way to the buyer: paid, picked up, signed, cancelled, refunded. */
package org.shopscore.logistics.order;
