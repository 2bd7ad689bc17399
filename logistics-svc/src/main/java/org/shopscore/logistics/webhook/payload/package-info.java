/** Payloads of providers and carriers, read into the one vocabulary of scans, without the personal data in them. */
package org.shopscore.logistics.webhook.payload;
