/** The codes of providers and carriers, and what they stand for in the one vocabulary: data files with a line for each. */
package org.shopscore.logistics.webhook.vocabulary;
