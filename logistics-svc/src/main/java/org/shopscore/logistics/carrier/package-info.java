/** The carriers that shops may choose: who they are, what they offer, where, and how much of it. */
package org.shopscore.logistics.carrier;
