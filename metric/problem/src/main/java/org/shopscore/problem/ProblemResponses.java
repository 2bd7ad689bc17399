package org.shopscore.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into each service's OpenAPI document what every operation may be refused with. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final Map<String, String> OF_EVERY_OPERATION = Map.of(
            "400", "malformed-json, unknown-field, unknown-value, wrong-type, invalid-field",
            "503", "database-unavailable; Retry-After says when to try again");
    private static final Map<String, String> OF_EVERY_BODY =
            Map.of("413", "body-too-large", "415", "unsupported-media-type, unsupported-content-encoding");
    private static final Map<String, String> OF_EVERY_FACT =
            Map.of("422", "time-in-future, time-too-old, time-too-far, bound-broken");

    /** Whether bodies tell facts; a service whose bodies tell none says no. */
    private static final String TELL_FACTS = "problem.bodies-tell-facts";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema("Problem", problem());
        boolean bodiesTellFacts = ConfigProvider.getConfig()
                .getOptionalValue(TELL_FACTS, Boolean.class)
                .orElse(true);
        for (var path : document.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(operation -> describe(operation, bodiesTellFacts));
        }
    }

    private static void describe(Operation operation, boolean bodiesTellFacts) {
        OF_EVERY_OPERATION.forEach((status, codes) -> add(operation, status, codes));
        if (operation.getRequestBody() != null) {
            OF_EVERY_BODY.forEach((status, codes) -> add(operation, status, codes));
            if (bodiesTellFacts) {
                OF_EVERY_FACT.forEach((status, codes) -> add(operation, status, codes));
            }
        }
        operation.getResponses().getAPIResponses().forEach(ProblemResponses::shape);
    }

    /** A service says more about its own refusals, so what it wrote stays before the codes that all share. */
    private static void add(Operation operation, String status, String codes) {
        var own = operation.getResponses().getAPIResponse(status);
        String before = isSaidByService(own) ? own.getDescription() + "; " : "";
        operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().description(before + codes));
    }

    /** The framework itself only ever says "Bad Request". */
    private static boolean isSaidByService(APIResponse own) {
        return own != null && !"Bad Request".equals(own.getDescription());
    }

    private static void shape(String status, APIResponse response) {
        if (status.compareTo("400") >= 0 && response.getContent() == null) {
            response.content(OASFactory.createContent()
                    .addMediaType(
                            Problem.JSON,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        }
    }

    private static Schema problem() {
        return object(Map.of(
                        "title", text(), "status", integer(), "detail", text(), "code", text(), "errors", errors()))
                .required(List.of("title", "status", "detail", "code"))
                .description("RFC 9457; code is stable, errors names each field that is wrong");
    }

    private static Schema errors() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(object(Map.of("field", text(), "message", text(), "given", text())));
    }

    private static Schema object(Map<String, Schema> properties) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).properties(properties);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema integer() {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
    }
}
