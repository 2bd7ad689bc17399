/** Reads a policy from its JSON document, and says line by line what is wrong with one. */
package org.shopscore.aggregator.policy.file;
