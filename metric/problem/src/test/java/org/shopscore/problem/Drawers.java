package org.shopscore.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** Below the desk, in a class of its own. */
@Path("/desks/{shopId}/drawers/{drawer}")
public class Drawers {

    @GET
    public String get(@RestPath String drawer) {
        return drawer;
    }

    @PUT
    @Path("/lock")
    public String lock(@RestPath String drawer) {
        return drawer;
    }
}
