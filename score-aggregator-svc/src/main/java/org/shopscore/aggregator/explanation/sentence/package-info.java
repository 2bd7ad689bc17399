/** A score in plain sentences, in Chinese and English. */
package org.shopscore.aggregator.explanation.sentence;
