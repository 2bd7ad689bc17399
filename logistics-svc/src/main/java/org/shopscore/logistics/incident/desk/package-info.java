/** What people do with exceptions, and the lists they work from. */
package org.shopscore.logistics.incident.desk;
