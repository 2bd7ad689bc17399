/** The texts that buyers read: shipped in two languages, replaceable by each shop. */
package org.shopscore.logistics.care.template;
