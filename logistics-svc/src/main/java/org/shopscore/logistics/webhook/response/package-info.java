/** Answers that the team fetched from carriers and providers itself, when pushes were lost. */
package org.shopscore.logistics.webhook.response;
