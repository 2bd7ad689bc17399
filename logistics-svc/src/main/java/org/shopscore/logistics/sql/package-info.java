/** Statements that carry many rows at once. */
package org.shopscore.logistics.sql;
