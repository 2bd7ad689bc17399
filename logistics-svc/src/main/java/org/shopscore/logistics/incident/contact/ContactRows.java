package org.shopscore.logistics.incident.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.shopscore.logistics.incident.record.IncidentId;
import org.shopscore.logistics.sql.Fields;
import org.shopscore.problem.Refused;

/** Adds and reads contacts. */
final class ContactRows {

    private static final String INSERT = """
            insert into shipment_exception_contact (exception_key, contact_id, at, whom, channel, what, recorded_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""";

    private static final String FIND = """
            select contact_id, at, whom, channel, what from shipment_exception_contact
            where exception_key = $1 order by at, contact_id""";

    /** @return whether it is new; the same again is not */
    static Uni<Boolean> add(SqlConnection connection, IncidentId incident, Contact contact, Instant now) {
        var values = Tuple.of(incident.key(), contact.contactId(), contact.at().atOffset(ZoneOffset.UTC))
                .addValue(contact.whom().name())
                .addValue(contact.channel().name())
                .addValue(contact.what())
                .addValue(now.atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(INSERT)
                .execute(values)
                .chain(inserted -> inserted.rowCount() == 1
                        ? Uni.createFrom().item(true)
                        : requireSame(connection, incident, contact).replaceWith(false));
    }

    static Uni<List<Contact>> find(SqlClient client, IncidentId incident) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(incident.key()))
                .map(rows -> rows.stream().map(ContactRows::contact).toList());
    }

    private static Uni<Void> requireSame(SqlConnection connection, IncidentId incident, Contact contact) {
        return find(connection, incident)
                .invoke(known -> {
                    if (!known.contains(contact)) {
                        throw new Refused(
                                409,
                                "contact-differs",
                                "contact " + contact.contactId() + " exists with other content");
                    }
                })
                .replaceWithVoid();
    }

    private static Contact contact(Row row) {
        return new Contact(
                row.getString("contact_id"),
                Fields.instant(row, "at"),
                Party.valueOf(row.getString("whom")),
                Channel.valueOf(row.getString("channel")),
                row.getString("what"));
    }

    private ContactRows() {}
}
