package org.shopscore.logistics.webhook.protocol;

import io.vertx.core.json.JsonObject;

/** What a provider is told. */
public record Answer(int status, String mediaType, String body) {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** In a provider's own words, whatever became of the push. */
    public static Answer of(Outcome outcome, JsonObject body) {
        return new Answer(outcome.status(), JSON, body.encode());
    }

    /** For a provider that looks at the status alone. */
    public static Answer of(Outcome outcome) {
        return outcome.isSuccess()
                ? of(outcome, new JsonObject().put("outcome", outcome.code()))
                : new Answer(outcome.status(), PROBLEM, problem(outcome));
    }

    private static String problem(Outcome outcome) {
        return new JsonObject()
                .put("title", outcome.code().replace('-', ' '))
                .put("status", outcome.status())
                .put("detail", outcome.message())
                .put("code", outcome.code())
                .encode();
    }
}
