package org.shopscore.aggregator.policy.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.aggregator.policy.diff.Diff;
import org.shopscore.aggregator.policy.inforce.PoliciesInForce;
import org.shopscore.problem.InTime;
import org.shopscore.problem.PageToken;

/** The versions of policies, for the platform's operators. */
@InTime
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
class VersionResource {

    private static final String NAME = Said.NAME;

    /** @param nextPageToken absent on the last page */
    @Schema(name = "PolicyVersions")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<PolicyVersion> versions, Optional<String> nextPageToken) {}

    private final Versions versions;
    private final PoliciesInForce inForce;

    VersionResource(Versions versions, PoliciesInForce inForce) {
        this.versions = versions;
        this.inForce = inForce;
    }

    @GET
    @Operation(operationId = "listPolicyVersions", summary = "All versions by name, each with what has become of it")
    @APIResponseSchema(value = Page.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field, invalid-page-token")
    public Uni<Page> list(
            @RestQuery @Pattern(regexp = NAME, message = "must match " + NAME) String policyId,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = PageToken.MOST, message = "must be at most {value}")
                    int pageSize,
            @RestQuery String pageToken) {
        List<String> after = PageToken.read(pageToken, 2).orElse(List.of("", ""));
        return versions.page(after.getFirst(), after.getLast(), policyId, pageSize + 1)
                .map(found -> {
                    var shown = found.stream().limit(pageSize).toList();
                    return new Page(
                            shown,
                            found.size() > pageSize
                                    ? Optional.of(PageToken.of(
                                            shown.getLast().policyId(),
                                            shown.getLast().version()))
                                    : Optional.empty());
                });
    }

    @PUT
    @Path("/{policyId}/versions/{version}")
    @Operation(
            operationId = "putPolicyVersion",
            summary = "Store a document as a draft",
            description =
                    "It keeps the schema at /v1/policy-schema, its weights sum to 1, its tables ascend and its measures are known. It is never changed: the same again changes nothing, another one under the same name is refused.")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "201",
            description = "new",
            content = @Content(schema = @Schema(implementation = PolicyVersion.class)))
    @APIResponse(
            responseCode = "200",
            description = "stored before",
            content = @Content(schema = @Schema(implementation = PolicyVersion.class)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "409", description = "version-exists")
    @APIResponse(responseCode = "422", description = "invalid-policy: every rule that is broken, with its place")
    public Uni<Response> put(
            @RestPath @Pattern(regexp = NAME, message = "must match " + NAME) String policyId,
            @RestPath @Pattern(regexp = NAME, message = "must match " + NAME) String version,
            byte[] body) {
        return versions.put(Documents.read(policyId, version, body))
                .map(stored -> Response.status(stored.isNew() ? 201 : 200)
                        .entity(stored.version())
                        .build());
    }

    @GET
    @Path("/{policyId}/versions/{version}")
    @Operation(operationId = "getPolicyVersion", summary = "One version and what has become of it")
    @APIResponseSchema(value = PolicyVersion.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "unknown-policy")
    public Uni<PolicyVersion> get(@RestPath String policyId, @RestPath String version) {
        return versions.find(policyId + "/" + version);
    }

    @GET
    @Path("/{policyId}/versions/{version}/document")
    @Operation(operationId = "getPolicyDocument", summary = "The document, byte by byte as it was stored")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "unknown-policy")
    public Uni<String> document(@RestPath String policyId, @RestPath String version) {
        return versions.document(policyId + "/" + version).map(document -> document.text());
    }

    @GET
    @Path("/{policyId}/versions/{version}/diff")
    @Operation(
            operationId = "getPolicyDiff",
            summary = "What differs from another version",
            description = "Against the one in force, unless against names another, e.g. exp-score-5/2026.1.0.")
    @APIResponseSchema(value = DiffAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-policy")
    public Uni<DiffAnswer> diff(
            @RestPath String policyId,
            @RestPath String version,
            @RestQuery @Pattern(regexp = Said.POLICY, message = "must match " + Said.POLICY) String against) {
        String policy = policyId + "/" + version;
        String other = against == null ? inForce.now().reference() : against;
        return versions.document(other)
                .chain(was -> versions.document(policy)
                        .map(is -> DiffAnswer.of(policy, other, Diff.between(was.tree(), is.tree()))));
    }

    @PUT
    @Path("/{policyId}/versions/{version}/withdrawal")
    @Operation(
            operationId = "withdrawPolicyVersion",
            summary = "Take a version out of use for ever; days that it has scored can still be recomputed")
    @APIResponseSchema(value = PolicyVersion.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-policy")
    @APIResponse(responseCode = "409", description = "state-forbids: it is scheduled or in force")
    public Uni<PolicyVersion> withdraw(
            @RestPath String policyId, @RestPath String version, @Valid @NotNull(message = Said.GIVEN) Said body) {
        return versions.withdraw(policyId + "/" + version, body);
    }
}
