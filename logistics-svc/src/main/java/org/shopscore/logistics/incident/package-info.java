/**
 * Exceptions of shipments (物流异常): what went wrong, whose fault it is, and what is done about it. In code one is an incident,
 * because an exception in Java is something that is thrown.
 */
package org.shopscore.logistics.incident;
