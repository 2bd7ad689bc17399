/** What operators read of a carrier's weeks. */
package org.shopscore.logistics.carrier.report;
