/** AfterShip: its webhooks and how they are signed. */
package org.shopscore.logistics.webhook.aftership;
