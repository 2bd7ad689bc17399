/** Reviews of shops whose score is very low: opened and closed by the score, decided by a person and by nobody else. */
package org.shopscore.aggregator.termination;
