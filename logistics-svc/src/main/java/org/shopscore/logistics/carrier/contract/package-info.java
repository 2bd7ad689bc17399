/** What was agreed with a carrier, and for how long. */
package org.shopscore.logistics.carrier.contract;
