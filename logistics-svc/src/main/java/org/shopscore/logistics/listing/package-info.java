/** Long lists as streams: page by page from the database, out as text that programs and spreadsheets can read. */
package org.shopscore.logistics.listing;
