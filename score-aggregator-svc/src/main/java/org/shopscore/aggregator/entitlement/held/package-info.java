/** Entitlements as they are kept with each official day, and judged again where a day is corrected. */
package org.shopscore.aggregator.entitlement.held;
