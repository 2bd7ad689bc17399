/** Reads files line by line, whatever their format, without holding them in memory. */
package org.shopscore.logistics.bulk.line;
