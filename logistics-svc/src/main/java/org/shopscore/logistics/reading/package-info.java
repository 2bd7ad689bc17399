/** What a process keeps in memory of a small table that it reads again and again. */
package org.shopscore.logistics.reading;
