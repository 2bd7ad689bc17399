package org.shopscore.logistics.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * An incident of a shipment in the state that people and evidence have brought it to. None is ever opened again: what happens
 * anew is a new one.
 */
public sealed interface ShipmentIncident {

    Occurrence occurrence();

    Optional<Handling> handling();

    /** One that happened, as far as is known. */
    sealed interface Standing extends ShipmentIncident {

        Standing with(Occurrence occurrence);

        /** Somebody has found out whose fault it is. */
        default Standing attributed(Fault fault) {
            return with(occurrence().attributed(fault));
        }

        /** It was opened by mistake. */
        default Withdrawn withdrawn(Instant at, String reason) {
            return new Withdrawn(occurrence(), handling(), at, reason);
        }

        /** The scans say that it happened, and when. */
        default Standing proved(Instant at) {
            return with(occurrence().proved(at));
        }

        /** Scans that came late say that it never happened. */
        default Disproved disproved() {
            return new Disproved(this);
        }
    }

    /** Nobody sees to it yet. */
    record Open(Occurrence occurrence) implements Standing {

        @Override
        public Optional<Handling> handling() {
            return Optional.empty();
        }

        @Override
        public Open with(Occurrence now) {
            return new Open(now);
        }

        InTrace takenBy(String owner) {
            return new InTrace(occurrence, Handling.by(owner));
        }
    }

    /** Somebody is after it. */
    record InTrace(Occurrence occurrence, Handling by) implements Standing {

        @Override
        public Optional<Handling> handling() {
            return Optional.of(by);
        }

        @Override
        public InTrace with(Occurrence now) {
            return new InTrace(now, by);
        }

        InTrace handedTo(String owner) {
            return new InTrace(occurrence, by.handedTo(owner));
        }

        InTrace settled(Remedy remedy) {
            return new InTrace(occurrence, by.with(remedy));
        }

        Closed closed(Instant at) {
            return new Closed(occurrence, by, at);
        }
    }

    /** Everything is done about it. */
    record Closed(Occurrence occurrence, Handling by, Instant at) implements Standing {

        @Override
        public Optional<Handling> handling() {
            return Optional.of(by);
        }

        @Override
        public Closed with(Occurrence now) {
            return new Closed(now, by, at);
        }
    }

    /** Opened by mistake, somebody says; no evidence brings it back. */
    record Withdrawn(Occurrence occurrence, Optional<Handling> handling, Instant at, String reason)
            implements ShipmentIncident {}

    /** Opened by a rule whose condition never held, as scans show that came late; as it was, should later ones show the contrary. */
    record Disproved(Standing was) implements ShipmentIncident {

        @Override
        public Occurrence occurrence() {
            return was.occurrence();
        }

        @Override
        public Optional<Handling> handling() {
            return was.handling();
        }

        Standing proved(Instant at) {
            return was.proved(at);
        }
    }

    static Open opened(Occurrence occurrence) {
        return new Open(occurrence);
    }
}
