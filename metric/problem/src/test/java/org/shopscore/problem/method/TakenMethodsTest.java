package org.shopscore.problem.method;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakenMethodsTest {

    @Path("/shops/{shopId}")
    public static class OneShop {

        @GET
        public void get() {}

        @POST
        @Path("what-if")
        public void whatIf() {}
    }

    @Path("/shops/{id}")
    public static class SameShop {

        @PUT
        public void put() {}

        @DELETE
        @Path("/{part}")
        public void delete() {}
    }

    @Path("shops/{shopId}/score:batch/")
    public static class Batch {

        @POST
        public void post() {}
    }

    private final TakenMethods methods =
            new TakenMethods(Stream.of(OneShop.class, SameShop.class, Batch.class, Test.class));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /shops/s-1                   | GET, HEAD, OPTIONS, PUT
            /shops/s-1/                  | GET, HEAD, OPTIONS, PUT
            /shops/%E5%BA%97             | GET, HEAD, OPTIONS, PUT
            /shops/s%2F1                 | GET, HEAD, OPTIONS, PUT
            /shops/s-1/what-if           | OPTIONS, POST
            /shops/s-1/score:batch       | OPTIONS, POST
            /shops/s-1/anything          | DELETE, OPTIONS
            """)
    void anAddressTakesWhatAllResourcesTakeThereAndAParameterYieldsToAName(String path, String taken) {
        assertThat(methods.at(path)).containsExactlyElementsOf(List.of(taken.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({"/", "/shops", "/shops/", "/shops/s-1/a/b", "/shop/s-1", "/v1/shops/s-1"})
    void anAddressOfNoResourceTakesNothing(String path) {
        assertThat(methods.at(path)).isEmpty();
    }
}
