/** Whether a message is sent now, later or never, and what it may tell. */
package org.shopscore.logistics.care.outlook;
