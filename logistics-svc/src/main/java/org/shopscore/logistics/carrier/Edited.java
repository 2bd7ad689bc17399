package org.shopscore.logistics.carrier;

import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.carrier.VersionedTable.Put;
import org.shopscore.logistics.carrier.VersionedTable.Stored;
import org.shopscore.problem.IfMatch;

/** Answers with the version that the next edit names. */
public final class Edited {

    private static final String TAG = "ETag";

    /** 201 for what is new, 200 for the same again and for what was edited. */
    public static <T, V> RestResponse<V> answer(Put<T> put, Function<Stored<T>, V> view) {
        var status = put.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return answer(status, put.stored(), view);
    }

    public static <T, V> RestResponse<V> answer(Stored<T> stored, Function<Stored<T>, V> view) {
        return answer(RestResponse.Status.OK, stored, view);
    }

    private static <T, V> RestResponse<V> answer(
            RestResponse.Status status, Stored<T> stored, Function<Stored<T>, V> view) {
        return RestResponse.ResponseBuilder.create(status, view.apply(stored))
                .header(TAG, IfMatch.tag(stored.version()))
                .build();
    }

    private Edited() {}
}
