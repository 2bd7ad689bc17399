/** The tree of categories that shops are compared in. */
package org.shopscore.aggregator.category;
