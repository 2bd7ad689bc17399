package org.shopscore.aggregator.policy.version;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.asked.Worded;

/**
 * Who wants something done, and why.
 *
 * @param actor an account of the platform's operators
 */
@Schema(name = "PolicyAct")
public record Said(
        @NotNull(message = GIVEN)
        @Pattern(regexp = ACTOR, message = "must match " + ACTOR)
        @Schema(examples = "operator-17")
        String actor,

        @NotNull(message = GIVEN) @Size(min = 1, max = 2000, message = "must have 1 to 2000 characters") @Worded
        String reason) {

    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    public static final String POLICY = NAME + "/" + NAME;
    static final String ACTOR = "[A-Za-z0-9][A-Za-z0-9@._-]{0,63}";
    public static final String GIVEN = "must be given";
}
