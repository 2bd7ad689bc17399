package org.shopscore.aggregator.lookup.batch;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.problem.ShopId;

/** Whose scores are asked for; a shop may be named twice. */
@Schema(name = "BatchGetScores")
public record BatchRequest(
        @NotNull(message = "must be given") @Size(min = 1, max = MOST, message = NUMBER)
        List<@NotNull(message = "must be given") @ShopId String> shopIds) {

    /** Shops in one batch. */
    public static final int MOST = 500;

    static final String NUMBER = "must hold 1 to " + MOST;
}
