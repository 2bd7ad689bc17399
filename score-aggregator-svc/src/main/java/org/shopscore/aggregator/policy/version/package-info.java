/** Versions of policies: documents that never change, and what differs between them. */
package org.shopscore.aggregator.policy.version;
