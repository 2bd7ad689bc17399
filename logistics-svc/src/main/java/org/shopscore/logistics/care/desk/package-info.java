/** What a shop's desk sees of the messages to its buyers. */
package org.shopscore.logistics.care.desk;
