/** Files of many facts out again, in the form in which they come in. */
package org.shopscore.logistics.bulk.export;
