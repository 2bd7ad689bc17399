package org.shopscore.outbox;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The least that a service can be: a row that contributes one paid order to its shop. */
@Entity
@Table(name = "note")
public class NoteRow extends PanacheEntityBase {

    @Id
    public String id;

    public String shop;

    public String contributed = "{\"changes\":[]}";
}
