package org.shopscore.aggregator.lookup.batch;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shopscore.aggregator.lookup.CompactAnswers;
import org.shopscore.aggregator.lookup.CompactAnswers.Answer;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactForm;

/** The scores of many shops at once, for platform backends. */
@Path("/v1/scores:batchGet")
@Consumes({MediaType.APPLICATION_JSON, IdList.TYPE})
@Tag(name = "Scores")
class BatchResource {

    private final CompactAnswers answers;
    private final BatchForms forms;
    private final BatchBody bodies;

    BatchResource(CompactAnswers answers, BatchForms forms, BatchBody bodies) {
        this.answers = answers;
        this.bodies = bodies;
        this.forms = forms;
    }

    @POST
    @Produces({MediaType.APPLICATION_JSON, CompactBinary.TYPE})
    @Operation(
            operationId = "batchGetScores",
            summary = "The compact scores of 1 to 500 shops, one answer for each id in the order asked",
            description =
                    "Partial results: a shop that nobody knows has \"error\": \"unknown-shop\", one that no store answers for \"unavailable\". Where Accept prefers application/vnd.shopscore.scores, in 44 bytes each, and with Content-Type: application/vnd.shopscore.shop-ids asked for in bytes, as docs/compact-scores.md describes.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BatchRequest.class)),
                @Content(mediaType = IdList.TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CompactForm.Batch.class)),
                @Content(mediaType = CompactBinary.TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "400",
            description = "invalid-field, malformed-json, malformed-ids, unknown-field, wrong-type")
    public Uni<Response> scores(
            byte[] body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Context HttpHeaders head) {
        List<String> shops = bodies.read(body, IdList.isNamed(type));
        boolean isBinary = AcceptedForm.isBinary(head);
        return byOnePolicy(shops)
                .map(found -> isBinary
                        ? Response.ok(forms.binary(found), CompactBinary.TYPE).build()
                        : Response.ok(forms.json(shops, found), MediaType.APPLICATION_JSON)
                                .build());
    }

    /** A batch that was answered while another policy came into force is answered again: switches are seconds apart at least. */
    private Uni<List<Answer>> byOnePolicy(List<String> shops) {
        return all(shops)
                .chain(found -> BatchForms.policies(found).limit(2).count() < 2
                        ? Uni.createFrom().item(found)
                        : byOnePolicy(shops));
    }

    private Uni<List<Answer>> all(List<String> shops) {
        var found = new ArrayList<Optional<Answer>>(shops.size());
        Set<String> missing = new LinkedHashSet<>();
        for (String shop : shops) {
            Optional<Answer> here = answers.inMemory(shop);
            found.add(here);
            if (here.isEmpty()) {
                missing.add(shop);
            }
        }
        return answers.elsewhere(missing).map(rest -> filled(shops, found, rest));
    }

    private static List<Answer> filled(List<String> shops, List<Optional<Answer>> found, Map<String, Answer> rest) {
        var all = new ArrayList<Answer>(shops.size());
        for (int i = 0; i < shops.size(); i++) {
            String shop = shops.get(i);
            all.add(found.get(i).orElseGet(() -> rest.get(shop)));
        }
        return all;
    }
}
