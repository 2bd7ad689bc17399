/** Texts without the personal data in them, before anything stores them. */
package org.shopscore.logistics.masking;
