/** Files of many facts: in, with a report of each line that was not taken, and out again in the same form. */
package org.shopscore.logistics.bulk;
