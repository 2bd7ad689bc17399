/** Why a score is what it is: each metric's part, what it lost, what changed, in figures and in plain sentences. */
package org.shopscore.aggregator.explanation;
