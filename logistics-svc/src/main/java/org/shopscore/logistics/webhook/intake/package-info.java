/** What providers push: verified over the bytes as they came, stored, and answered in each provider's own way. */
package org.shopscore.logistics.webhook.intake;
