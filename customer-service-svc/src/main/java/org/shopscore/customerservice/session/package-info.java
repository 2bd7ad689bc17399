/** Buyers' conversations with shops, and how long they wait for a human in them. */
package org.shopscore.customerservice.session;
