/** The suite's own form of tracking webhooks, signed as Standard Webhooks. */
package org.shopscore.logistics.webhook.standard;
