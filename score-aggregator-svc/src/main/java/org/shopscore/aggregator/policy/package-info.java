/** The score policy as the engine sees it: everything that decides a score and is data. Pure. */
package org.shopscore.aggregator.policy;
