/** Due messages on their way into the topic. */
package org.shopscore.logistics.care.handover;
