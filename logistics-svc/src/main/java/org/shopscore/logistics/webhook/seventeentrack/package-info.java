/** 17TRACK, version 2 of its API: its webhooks and how they are signed. */
package org.shopscore.logistics.webhook.seventeentrack;
