package org.shopscore.customerservice.session;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.shopscore.customerservice.session.Message.Author;

/** One message of a session. */
@Entity
@Table(name = "chat_message")
@IdClass(MessageRow.Key.class)
class MessageRow extends PanacheEntityBase {

    record Key(String sessionKey, String messageId) implements Serializable {}

    @Id
    String sessionKey;

    @Id
    String messageId;

    @Enumerated(EnumType.STRING)
    Author author;

    Instant sentAt;

    static MessageRow of(SessionKey key, Message message) {
        var row = new MessageRow();
        row.sessionKey = key.toString();
        row.messageId = message.messageId();
        row.author = message.author();
        row.sentAt = message.sentAt();
        return row;
    }

    static Uni<List<MessageRow>> ofSession(SessionKey key) {
        return list("sessionKey", key.toString());
    }

    Message message() {
        return new Message(messageId, author, sentAt);
    }
}
