/** Hands the messages of the topic to a notification provider, and keeps what came of each. */
package org.shopscore.logistics.care.delivery;
