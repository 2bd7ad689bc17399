/** What a policy document must hold beyond its schema: every fault, each at its place. */
package org.shopscore.aggregator.policy.file.rule;
