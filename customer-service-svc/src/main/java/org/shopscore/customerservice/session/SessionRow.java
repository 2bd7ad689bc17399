package org.shopscore.customerservice.session;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;

/** A session without its messages, when it is due next, and what it contributes. */
@Entity
@Table(name = "chat_session")
class SessionRow extends PanacheEntityBase {

    @Id
    String key;

    Instant startedAt;

    @Enumerated(EnumType.STRING)
    StartsWith startsWith;

    Instant handedOverAt;
    Instant overdueUntil;
    Instant nextDueAt;
    String contribution = EventJson.write(Contribution.none());

    static SessionRow of(SessionKey key, Session session) {
        var row = new SessionRow();
        row.key = key.toString();
        row.become(session);
        return row;
    }

    /** The row, locked, or null when there is none. */
    static Uni<SessionRow> lock(SessionKey key) {
        return findById(key.toString(), LockModeType.PESSIMISTIC_WRITE);
    }

    Session session(List<MessageRow> messages) {
        return new Session(
                startedAt,
                startsWith,
                Optional.ofNullable(handedOverAt),
                messages.stream().map(MessageRow::message).toList(),
                overdueUntil);
    }

    /** @return what has to be added to what was sent before */
    Contribution become(Session session) {
        startedAt = session.startedAt();
        startsWith = session.startsWith();
        handedOverAt = session.handedOverAt().orElse(null);
        overdueUntil = session.overdueUntil();
        nextDueAt = session.nextDue().orElse(null);
        var before = EventJson.readContribution(contribution);
        var now = TurnMeasures.of(session);
        contribution = EventJson.write(now);
        return now.minus(before);
    }
}
