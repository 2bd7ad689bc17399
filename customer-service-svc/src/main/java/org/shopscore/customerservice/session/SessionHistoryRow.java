package org.shopscore.customerservice.session;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What happened to a session, and what it contributed from then on. */
@Entity
@Table(name = "session_history")
class SessionHistoryRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String sessionKey;
    String what;
    Instant at;
    String contribution;

    static SessionHistoryRow of(SessionRow session, String what, Instant at) {
        var row = new SessionHistoryRow();
        row.sessionKey = session.key;
        row.what = what;
        row.at = at;
        row.contribution = session.contribution;
        return row;
    }
}
