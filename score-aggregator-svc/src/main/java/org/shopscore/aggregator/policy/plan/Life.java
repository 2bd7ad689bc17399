package org.shopscore.aggregator.policy.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has become of a policy version. It begins as a draft; a dry run shows what it would do; it is scheduled, and in force from an instant
 * on, until another one takes its place. What a state does not allow is a method that it does not have.
 */
public sealed interface Life {

    /** As people call it. */
    String name();

    /** What an operator may do next, for one who was refused. */
    List<String> allows();

    /** One that can be scheduled. */
    sealed interface Tried extends Life {

        default Scheduled scheduled(Switch next) {
            return new Scheduled(next);
        }
    }

    /** One that nobody needs: it can be taken out of use. */
    sealed interface Idle extends Life {}

    /** Stored, and nothing else. */
    record Draft() implements Idle {

        @Override
        public String name() {
            return "DRAFT";
        }

        @Override
        public List<String> allows() {
            return List.of("dry run", "withdrawal");
        }
    }

    /** @param dryRunId the newest one that has come to its end */
    record DryRun(String dryRunId) implements Tried, Idle {

        @Override
        public String name() {
            return "DRY_RUN";
        }

        @Override
        public List<String> allows() {
            return List.of("dry run", "switch", "withdrawal");
        }
    }

    record Scheduled(Switch next) implements Life {

        @Override
        public String name() {
            return "SCHEDULED";
        }

        @Override
        public List<String> allows() {
            return List.of("dry run", "cancellation of the switch " + next.switchId());
        }
    }

    /** Provisional scores are made by it. */
    record Active(Switch since) implements Life {

        @Override
        public String name() {
            return "ACTIVE";
        }

        @Override
        public List<String> allows() {
            return List.of("dry run", "switch to another policy");
        }
    }

    /** It was in force: to go back to it, it is scheduled again, without another dry run. */
    record Retired(Switch last) implements Tried, Idle {

        @Override
        public String name() {
            return "RETIRED";
        }

        @Override
        public List<String> allows() {
            return List.of("dry run", "switch", "withdrawal");
        }
    }

    /** Taken out of use for ever. Days that were scored by it can still be recomputed. */
    record Withdrawn() implements Life {

        @Override
        public String name() {
            return "WITHDRAWN";
        }

        @Override
        public List<String> allows() {
            return List.of();
        }
    }

    /**
     * The state that follows from what is kept.
     *
     * @param dryRunId of the newest dry run that has come to its end
     */
    static Life of(String policy, Optional<String> dryRunId, boolean isWithdrawn, Plan plan, Instant now) {
        if (isWithdrawn) {
            return new Withdrawn();
        }
        Switch inForce = plan.at(now);
        Optional<Switch> last = plan.lastOf(policy);
        if (inForce.policy().equals(policy)) {
            return new Active(inForce);
        }
        if (last.isPresent()) {
            return last.get().visibleFrom().isAfter(now) ? new Scheduled(last.get()) : new Retired(last.get());
        }
        return dryRunId.<Life>map(DryRun::new).orElseGet(Draft::new);
    }
}
