/** What is counted of a shop in its window, by days and in sum (rules.md 5.2). */
package org.shopscore.aggregator.score.window;
