package org.shopscore.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A refusal of what never reaches a resource. */
final class RoutedProblem {

    static void answer(RoutingContext exchange, int status, String title, String code, String detail) {
        var problem = new JsonObject()
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("code", code);
        exchange.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.JSON)
                .end(problem.encode());
    }

    private RoutedProblem() {}
}
