package org.shopscore.problem;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.metric.MetricEvent;

/** A small API whose only purpose is to be misused. */
@Path("/desks/{shopId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class Desk {

    enum Mood {
        GOOD,
        BAD
    }

    record Note(
            @NotNull(message = "must be given") Instant at,
            @Max(value = 5, message = "must be at most 5") int stars,
            String text,
            List<Mood> moods) {}

    @PUT
    public Uni<Note> put(@ShopId @RestPath String shopId, @Valid @NotNull(message = "must be given") Note body) {
        return Uni.createFrom().item(body);
    }

    @GET
    @Path("/{what}")
    public Uni<String> fail(@ShopId @RestPath String shopId, @RestPath String what) {
        return Uni.createFrom().failure(() -> failure(what));
    }

    @GET
    @Path("/notes/{number}")
    public Uni<String> find(
            @RestPath int number,
            @RestQuery Optional<Instant> since,
            @RestQuery Optional<Integer> pageSize,
            @RestQuery Optional<Mood> mood) {
        return Uni.createFrom().item(number + " " + since + " " + pageSize + " " + mood);
    }

    private static Throwable failure(String what) {
        return switch (what) {
            case "refused" ->
                new Refused(409, "note-differs", "另一条记录已经存在").with("met", "BAD").retryAfter(Duration.ofMillis(1_200));
            case "bound" -> broken();
            case "database" -> new IllegalStateException(new ConnectException("Connection refused: localhost:5432"));
            default -> new IllegalStateException("secret of " + what);
        };
    }

    private static RuntimeException broken() {
        try {
            return new IllegalStateException(MetricEvent.requireShopId("no shop"));
        } catch (IllegalArgumentException broken) {
            return broken;
        }
    }
}
