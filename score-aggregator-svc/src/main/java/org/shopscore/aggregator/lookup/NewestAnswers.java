package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.shopscore.aggregator.lookup.CompactAnswers.Answer;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer;
import org.shopscore.problem.IfNoneMatch;
import org.shopscore.problem.Refused;

/** The newest score of a shop in the form that was asked for. */
@ApplicationScoped
class NewestAnswers {

    private static final String COMPACT = "compact";

    private final Elsewhere elsewhere;
    private final CompactAnswers compact;

    NewestAnswers(Elsewhere elsewhere, CompactAnswers compact) {
        this.elsewhere = elsewhere;
        this.compact = compact;
    }

    Uni<ScoreAnswer> full(String shopId) {
        return elsewhere.of(shopId);
    }

    /** @throws Refused 400 for another form than the compact one, and for one of a past day */
    Uni<Response> in(String form, boolean isOfPastDay, String shopId, String known) {
        if (!form.equals(COMPACT)) {
            throw Refused.field(400, "invalid-field", "form", "must be compact", form);
        }
        if (isOfPastDay) {
            throw Refused.field(400, "invalid-field", "form", "must not be given with a day", form);
        }
        return compact.of(shopId).map(answer -> response(shopId, answer, known));
    }

    private static Response response(String shopId, Answer answer, String known) {
        return switch (answer) {
            case Answer.Found found -> response(found, known);
            case Answer.Unknown _ ->
                throw new Refused(
                        404,
                        "unknown-shop",
                        "the shop " + shopId + " is not registered, and nothing was ever counted for it");
            case Answer.Unavailable _ ->
                throw new Refused(503, "database-unavailable", "no store that may know the shop answers in time")
                        .retryAfter(java.time.Duration.ofSeconds(2));
        };
    }

    static Buffer body(Answer.Found found) {
        byte[] score = found.line().json();
        byte[] fresh = found.fresh().json();
        return Buffer.buffer(score.length + fresh.length).appendBytes(score).appendBytes(fresh);
    }

    private static Response response(Answer.Found found, String known) {
        var tag = found.isTagged() ? Optional.of(found.line().tag(found.fresh())) : Optional.<String>empty();
        return answer(tag, known, () -> Response.ok(body(found), MediaType.APPLICATION_JSON));
    }

    /**
     * @param tag   of the answer; empty for one that cannot be asked for by it
     * @param known what the caller says to know
     */
    static Response answer(Optional<String> tag, String known, Supplier<Response.ResponseBuilder> whole) {
        boolean isKnown = tag.filter(one -> IfNoneMatch.knows(known, one)).isPresent();
        var answer = isKnown ? Response.notModified() : whole.get();
        tag.ifPresent(one -> answer.tag(new EntityTag(one, true)));
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
