/** What transactions announce in the end. */
package org.shopscore.logistics.announcement;
