/** Who was spoken to about an incident, when, and what came of it: entries are added and never changed. */
package org.shopscore.logistics.incident.contact;
