/** Messages to buyers: made with the fact, decided on when due, handed to the topic, and what became of them. */
package org.shopscore.logistics.care.message;
