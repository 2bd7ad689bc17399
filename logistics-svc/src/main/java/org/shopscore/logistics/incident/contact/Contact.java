package org.shopscore.logistics.incident.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One time that somebody was spoken to about an incident.
 *
 * @param what what was said or agreed, without personal data
 */
@Schema(name = "ExceptionContact")
record Contact(String contactId, Instant at, Party whom, Channel channel, String what) {

    /** All of an incident, oldest first. */
    @Schema(name = "ExceptionContacts")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record All(String shopId, String exceptionId, List<Contact> contacts) {}
}
