package org.shopscore.suite.fact;

import java.util.StringJoiner;

/**
 * A PUT to a service's public API.
 *
 * @param path from the root, with the shop's id in it
 * @param json the body
 */
public record Command(Team team, String path, String json) {

    /** A flat body: names and values in turn; ids, instants and codes need no escaping. */
    static Command of(Team team, String path, Object... namesAndValues) {
        var body = new StringJoiner(",", "{", "}");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.add("\"" + namesAndValues[i] + "\":" + json(namesAndValues[i + 1]));
        }
        return new Command(team, path, body.toString());
    }

    private static String json(Object value) {
        return value instanceof Integer ? value.toString() : "\"" + value + "\"";
    }
}
