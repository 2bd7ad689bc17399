package org.shopscore.problem;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.resteasy.reactive.RestPath;

/** Counts the bytes of a body as they come. */
@Path("/streams/{name}")
@Consumes(MediaType.TEXT_PLAIN)
public class Stream {

    @PUT
    @Blocking
    public String put(@RestPath String name, InputStream body) throws IOException {
        return String.valueOf(body.transferTo(OutputStream.nullOutputStream()));
    }
}
