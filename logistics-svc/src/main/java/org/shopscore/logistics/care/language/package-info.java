/** Languages of the texts, as BCP 47 tags. */
package org.shopscore.logistics.care.language;
