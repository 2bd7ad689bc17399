/** Entitlements as they are kept with each official day, judged again where a day is corrected, and answered. */
package org.shopscore.aggregator.entitlement.held;
