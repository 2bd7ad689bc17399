package org.shopscore.problem;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.util.List;

/** Has the bodies counted that a resource reads as a stream. */
@Provider
public class StreamedBodies implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (List.of(resource.getResourceMethod().getParameterTypes()).contains(InputStream.class)) {
            context.register(StreamedBody.class);
        }
    }
}
