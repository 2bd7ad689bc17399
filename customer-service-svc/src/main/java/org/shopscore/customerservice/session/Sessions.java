package org.shopscore.customerservice.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.outbox.Outbox;
import org.shopscore.problem.Refused;

/** Load, change, save, and leave the difference in the outbox: one transaction for everything that is said of a session. */
@ApplicationScoped
class Sessions {

    /** @param isNew whether it was not known before */
    record Told<T>(T what, boolean isNew) {}

    /** A session with its row, which is locked. */
    private record Held(SessionKey key, SessionRow row, Session session) {}

    private static final String ADD = """
            insert into chat_session (key, started_at, starts_with, overdue_until, contribution)
            values (:key, :startedAt, :startsWith, :overdueUntil, :contribution) on conflict do nothing""";

    private final Outbox outbox;

    Sessions(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @throws Refused 409 {@code session-differs} when it is known with another start */
    @WithTransaction
    Uni<Told<Session>> start(SessionKey key, Session started) {
        return add(SessionRow.of(key, started))
                .chain(isNew -> hold(key).chain(held -> {
                    if (!held.session().sameStart(started)) {
                        throw new Refused(409, "session-differs", "session " + key.sessionId() + " began otherwise")
                                .with("startedAt", held.session().startedAt())
                                .with("startsWith", held.session().startsWith());
                    }
                    var told = Uni.createFrom().item(new Told<>(held.session(), isNew));
                    return isNew ? told.call(() -> history(held.row(), "START", started.startedAt())) : told;
                }));
    }

    /** @throws Refused 404 {@code unknown-session}; 409 {@code starts-with-human} when there is nothing to hand over */
    @WithTransaction
    Uni<Session> handOver(SessionKey key, Instant at) {
        return hold(key).chain(held -> {
            if (held.session().startsWith() == StartsWith.HUMAN) {
                throw new Refused(409, "starts-with-human", "only a session that a bot began is handed over")
                        .with("startsWith", StartsWith.HUMAN)
                        .with("allowed", List.of("message"));
            }
            var next = held.session().handedOver(at);
            return next.equals(held.session())
                    ? Uni.createFrom().item(next)
                    : save(held, next, "HANDOVER", at).replaceWith(next);
        });
    }

    /** @throws Refused 404 {@code unknown-session}; 409 {@code message-differs} when it is known with another author or time */
    @WithTransaction
    Uni<Told<Message>> tell(SessionKey key, Message message) {
        return hold(key)
                .chain(held -> held.session()
                        .message(message.messageId())
                        .map(known -> same(known, message))
                        .orElseGet(() -> MessageRow.of(key, message)
                                .persist()
                                .chain(() -> save(
                                        held,
                                        held.session().with(message),
                                        "MESSAGE " + message.messageId(),
                                        message.sentAt()))
                                .replaceWith(new Told<>(message, true))));
    }

    /** @throws Refused 404 {@code unknown-session} */
    @WithSession
    Uni<Session> find(SessionKey key) {
        return SessionRow.<SessionRow>findById(key.toString())
                .onItem()
                .ifNull()
                .failWith(() -> unknown(key))
                .chain(row -> MessageRow.ofSession(key).map(row::session));
    }

    private static Uni<Boolean> add(SessionRow row) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("key", row.key)
                        .setParameter("startedAt", row.startedAt)
                        .setParameter("startsWith", row.startsWith.name())
                        .setParameter("overdueUntil", row.overdueUntil)
                        .setParameter("contribution", row.contribution)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private static Uni<Held> hold(SessionKey key) {
        return SessionRow.lock(key)
                .onItem()
                .ifNull()
                .failWith(() -> unknown(key))
                .chain(row -> MessageRow.ofSession(key).map(messages -> new Held(key, row, row.session(messages))));
    }

    private static Uni<Told<Message>> same(Message known, Message told) {
        if (!known.equals(told)) {
            throw new Refused(409, "message-differs", "message " + known.messageId() + " was told otherwise")
                    .with("author", known.author())
                    .with("sentAt", known.sentAt());
        }
        return Uni.createFrom().item(new Told<>(known, false));
    }

    private Uni<Void> save(Held held, Session next, String what, Instant at) {
        var events = TurnEvents.of(held.key(), at, held.row().become(next));
        return history(held.row(), what, at)
                .chain(Panache::getSession)
                .chain(session -> outbox.append(session, events));
    }

    private static Uni<SessionHistoryRow> history(SessionRow row, String what, Instant at) {
        return SessionHistoryRow.of(row, what, at).persist();
    }

    private static Refused unknown(SessionKey key) {
        return new Refused(404, "unknown-session", "there is no session " + key.sessionId());
    }
}
