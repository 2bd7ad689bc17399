/** How a provider's pushes are verified and answered, and the arithmetic of that. */
package org.shopscore.logistics.webhook.protocol;
