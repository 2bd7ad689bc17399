/** The facts behind a measure of a shop: each with what it adds, or why it adds nothing. */
package org.shopscore.logistics.evidence;
