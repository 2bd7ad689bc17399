/** What may stand in a request, whatever it asks for: days and instants that are meant, texts that say something. */
package org.shopscore.aggregator.asked;
