/** Where providers push to, and the secrets they sign with. */
package org.shopscore.logistics.webhook.endpoint;
