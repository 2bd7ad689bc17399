/** What a policy says of one metric: the ratio, the curve, from which day it counts. Pure. */
package org.shopscore.aggregator.policy.metric;
