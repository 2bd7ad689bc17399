package org.shopscore.logistics.incident;

/**
 * Who sees to an incident, and what is done about it.
 *
 * @param owner the id of the person or team, never a name
 */
public record Handling(String owner, Remedies remedies) {

    static Handling by(String owner) {
        return new Handling(owner, Remedies.none());
    }

    Handling handedTo(String another) {
        return new Handling(another, remedies);
    }

    Handling with(Remedy remedy) {
        return new Handling(owner, remedies.with(remedy));
    }
}
