/** Answers of carriers' own tracking APIs in JSON. */
package org.shopscore.logistics.webhook.response.json;
