package org.shopscore.aggregator.lookup;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;

/** Reads whose scores are asked for. The usual body is read by its bytes; every other one, and every bad one, with all that is to be said about it. */
@ApplicationScoped
class BatchBody {

    private final ObjectMapper json;
    private final Validator validator;

    BatchBody(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws ConstraintViolationException naming each bad field */
    List<String> read(byte[] body) {
        List<String> usual = new IdScan(body).ids();
        return usual.isEmpty() ? careful(body) : usual;
    }

    private List<String> careful(byte[] body) {
        var request = request(body);
        var violations = validator.validate(request == null ? new BatchRequest(null) : request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return request.shopIds();
    }

    private BatchRequest request(byte[] body) {
        try {
            return json.readValue(body, BatchRequest.class);
        } catch (IOException e) {
            throw new WebApplicationException(e, Response.Status.BAD_REQUEST);
        }
    }
}
