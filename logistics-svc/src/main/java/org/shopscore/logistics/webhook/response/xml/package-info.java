/** Answers of carriers' own tracking APIs in XML. */
package org.shopscore.logistics.webhook.response.xml;
