/** What orders, parcels and exceptions come to, as messages to be made. */
package org.shopscore.logistics.care.follow;
