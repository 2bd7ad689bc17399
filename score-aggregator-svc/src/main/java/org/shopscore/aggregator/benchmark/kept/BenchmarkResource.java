package org.shopscore.aggregator.benchmark.kept;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.aggregator.category.AverageRows;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.tile.AskedDay;
import org.shopscore.aggregator.tile.shop.ShopDays;
import org.shopscore.problem.Refused;

/** What is usual in a category. */
@Path("/v1/categories/{categoryId}/benchmarks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Benchmarks")
class BenchmarkResource {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";

    private final Pool pool;
    private final BenchmarkRows benchmarks;
    private final AverageRows days;
    private final StoredPolicies policies;

    BenchmarkResource(Pool pool, BenchmarkRows benchmarks, AverageRows days, StoredPolicies policies) {
        this.pool = pool;
        this.benchmarks = benchmarks;
        this.days = days;
        this.policies = policies;
    }

    @GET
    @Operation(
            operationId = "getBenchmarks",
            summary =
                    "Averages and percentiles of a category's FORMAL shops on an official day, with those of the categories below it",
            description =
                    "Without statDate the newest published day. Corrected scores have taken the place of those they correct."
                            + " Of fewer than 20 shops nothing is shown but their number.")
    @APIResponseSchema(value = BenchmarkAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(
            responseCode = "404",
            description = "unknown-category on that day, unknown-day: it has no published benchmarks")
    public Uni<BenchmarkAnswer> of(
            @RestPath @Pattern(regexp = ID, message = "must match " + ID) String categoryId,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @RestQuery String statDate) {
        Optional<LocalDate> asked = Optional.ofNullable(statDate).map(day -> AskedDay.required("statDate", day));
        return ShopDays.inTime(benchmarks
                .publishedDay(pool, asked)
                .map(found -> found.orElseThrow(() -> new Refused(
                        404,
                        "unknown-day",
                        asked.map(day -> "no benchmarks were published for " + day)
                                .orElse("no benchmarks were published yet"))))
                .chain(day -> answer(categoryId, day)));
    }

    private Uni<BenchmarkAnswer> answer(String category, LocalDate day) {
        return days.tree(pool, day)
                .invoke(tree -> {
                    if (!tree.parents().containsKey(category)) {
                        throw new Refused(
                                404, "unknown-category", "the category " + category + " was not in the tree of " + day);
                    }
                })
                .chain(() -> policies.of(pool, day))
                .chain(policy -> benchmarks
                        .of(pool, day, category)
                        .map(found -> BenchmarkAnswer.of(category, day, policy, found)));
    }
}
