/** What is answered of a score, and how fresh it is. */
package org.shopscore.aggregator.lookup.answer;
