package org.shopscore.aggregator.lookup.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.shopscore.problem.Refused;

/** Reads whose scores are asked for. The usual body is read by its bytes; every other one, and every bad one, with all that is to be said about it. */
@ApplicationScoped
class BatchBody {

    private final ObjectMapper json;
    private final Validator validator;

    BatchBody(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @throws ConstraintViolationException naming each bad field
     * @throws Refused 400 for a list of ids whose lengths do not fit, and for too many
     */
    List<String> read(byte[] body, boolean isList) {
        return (isList ? IdList.texts(body) : new IdScan(body).ids().map(Ids::texts))
                .map(texts -> isList ? good(new BatchRequest(texts)) : texts)
                .orElseGet(() -> isList ? unreadable() : good(request(body)));
    }

    private static List<String> unreadable() {
        throw new Refused(400, "malformed-ids", "the body is not a list of ids as docs/compact-scores.md describes it");
    }

    private List<String> good(BatchRequest request) {
        requireFew(request);
        var violations = validator.validate(request == null ? new BatchRequest(null) : request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return request.shopIds();
    }

    /** Before each of them is looked at: there may be hundreds of thousands. */
    private static void requireFew(BatchRequest request) {
        if (request != null && request.shopIds() != null && request.shopIds().size() > BatchRequest.MOST) {
            throw Refused.field(
                    400,
                    "invalid-field",
                    "shopIds",
                    BatchRequest.NUMBER,
                    request.shopIds().size() + " ids");
        }
    }

    private BatchRequest request(byte[] body) {
        try {
            return json.readValue(body, BatchRequest.class);
        } catch (IOException e) {
            throw new WebApplicationException(e, Response.Status.BAD_REQUEST);
        }
    }
}
