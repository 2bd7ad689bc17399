/** What a shop held at the end of a day: its rows, and what the next day is judged from. */
package org.shopscore.aggregator.entitlement.standing;
