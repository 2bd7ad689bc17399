package org.shopscore.aggregator.termination;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.asked.Worded;

/**
 * What a person has decided, and why.
 *
 * @param actor who decided: an account of the platform's operators
 */
@Schema(name = "TerminationDecision")
record Decision(
        @NotNull(message = "must be given") Outcome outcome,

        @NotNull(message = "must be given")
        @Size(min = 1, max = 2000, message = "must have 1 to 2000 characters")
        @Worded
        String reason,

        @NotNull(message = "must be given")
        @Pattern(regexp = ACTOR, message = "must match " + ACTOR)
        @Schema(examples = "operator-17")
        String actor) {

    static final String ACTOR = "[A-Za-z0-9][A-Za-z0-9@._-]{0,63}";

    @Schema(name = "TerminationOutcome")
    enum Outcome {
        CONTINUE,
        END_COOPERATION
    }
}
