/** What was pushed or fetched: kept as it came for 30 days, and turned into scans. */
package org.shopscore.logistics.webhook.delivery;
