package org.shopscore.aggregator.policy.dryrun;

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
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.aggregator.policy.dryrun.EffectRows.Placed;
import org.shopscore.aggregator.policy.dryrun.EffectRows.Which;
import org.shopscore.aggregator.policy.effect.SizeClass;
import org.shopscore.aggregator.policy.version.Said;
import org.shopscore.aggregator.shop.Registration;
import org.shopscore.problem.InTime;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** Dry runs of policies, for the platform's operators. */
@InTime
@Path("/v1/policy-dry-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
class DryRunResource {

    private static final BigDecimal BEFORE_ALL = BigDecimal.valueOf(-1_000_000);

    /** @param nextPageToken absent on the last page */
    @Schema(name = "PolicyDryRuns")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<DryRun> dryRuns, Optional<String> nextPageToken) {}

    /** @param nextPageToken absent on the last page */
    @Schema(name = "PolicyShopEffects")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ShopPage(List<ShopView> shops, Optional<String> nextPageToken) {}

    private final DryRuns runs;
    private final EffectRows effects;

    DryRunResource(DryRuns runs, EffectRows effects) {
        this.runs = runs;
        this.effects = effects;
    }

    @GET
    @Operation(
            operationId = "listDryRuns",
            summary =
                    "All dry runs in the order in which they were asked for, or those of a policy; without their results")
    @APIResponseSchema(value = Page.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field, invalid-page-token")
    public Uni<Page> list(
            @RestQuery @Pattern(regexp = Said.POLICY, message = "must match " + Said.POLICY) String policy,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = PageToken.MOST, message = "must be at most {value}")
                    int pageSize,
            @RestQuery String pageToken) {
        Optional<Long> after = PageToken.read(pageToken, 1, key -> Long.parseLong(key.getFirst()));
        return runs.page(after.orElse(0L), policy, pageSize + 1).map(found -> page(found, pageSize));
    }

    @PUT
    @Path("/{dryRunId}")
    @ResponseStatus(202)
    @Operation(
            operationId = "startDryRun",
            summary = "Find out what a policy would do",
            description =
                    "The frozen inputs of a published day are scored by the day's own policy and by this one, all shops of all partitions. No score is touched. The same again changes nothing.")
    @APIResponseSchema(value = DryRun.class, responseCode = "202")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(
            responseCode = "409",
            description =
                    "dry-run-exists, no-official-day; state-forbids: it was withdrawn; maturity-not-frozen: the inputs of the day do not hold what matures by the policy, those that are frozen after it was stored do")
    @APIResponse(responseCode = "422", description = "unknown-policy, day-not-published")
    public Uni<DryRun> put(
            @RestPath @Pattern(regexp = Said.NAME, message = "must match " + Said.NAME) String dryRunId,
            @Valid @NotNull(message = Said.GIVEN) DryRunBody body) {
        return runs.put(dryRunId, body);
    }

    @GET
    @Path("/{dryRunId}")
    @Operation(
            operationId = "getDryRun",
            summary =
                    "How far a dry run is, and what it has found: who wins and loses, what is granted and lost, by category and size")
    @APIResponseSchema(value = DryRun.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "unknown-dry-run")
    public Uni<DryRun> get(@RestPath String dryRunId) {
        return runs.find(dryRunId);
    }

    @GET
    @Path("/{dryRunId}/shops")
    @Operation(
            operationId = "listDryRunShops",
            summary = "The shops for which something would differ",
            description =
                    "WINNERS and LOSERS, the largest change first, or OTHERS, whose score stays while a level, stage or entitlement does not.")
    @APIResponseSchema(value = ShopPage.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field, invalid-page-token")
    @APIResponse(responseCode = "404", description = "unknown-dry-run")
    public Uni<ShopPage> shops(
            @RestPath String dryRunId,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"WINNERS", "LOSERS", "OTHERS"}))
                    @RestQuery
                    @DefaultValue("LOSERS")
                    @Pattern(regexp = "WINNERS|LOSERS|OTHERS", message = "must be WINNERS, LOSERS or OTHERS")
                    String which,
            @RestQuery @Pattern(regexp = Registration.CATEGORY, message = "must match " + Registration.CATEGORY)
                    String category,
            @Parameter(schema = @Schema(implementation = SizeClass.class)) @RestQuery String size,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = PageToken.MOST, message = "must be at most {value}")
                    int pageSize,
            @RestQuery String pageToken) {
        requireSizeClass(size);
        Optional<Placed.After> after = PageToken.read(pageToken, 2, Placed.After::of);
        return runs.find(dryRunId)
                .chain(_ -> effects.page(
                        dryRunId,
                        Which.valueOf(which),
                        category,
                        size,
                        after.orElse(new Placed.After(BEFORE_ALL, "")),
                        pageSize + 1))
                .map(found -> shops(found, pageSize));
    }

    private static void requireSizeClass(String given) {
        if (given != null
                && Arrays.stream(SizeClass.values())
                        .noneMatch(size -> size.name().equals(given))) {
            throw Refused.field(
                    400, "invalid-field", "size", "must be one of " + Arrays.toString(SizeClass.values()), given);
        }
    }

    private static ShopPage shops(List<Placed> found, int pageSize) {
        var shown = found.stream().limit(pageSize).toList();
        return new ShopPage(
                shown.stream().map(placed -> ShopView.of(placed.effect())).toList(),
                found.size() > pageSize
                        ? Optional.of(PageToken.of(
                                shown.getLast().place().toPlainString(),
                                shown.getLast().effect().shopId()))
                        : Optional.empty());
    }

    private static Page page(NavigableMap<Long, DryRun> found, int pageSize) {
        var shown = found.keySet().stream().limit(pageSize).toList();
        return new Page(
                shown.stream().map(found::get).toList(),
                found.size() > pageSize
                        ? Optional.of(PageToken.of(shown.getLast().toString()))
                        : Optional.empty());
    }
}
