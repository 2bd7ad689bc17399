package org.shopscore.aggregator.policy.schedule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.shopscore.aggregator.policy.inforce.PlanRows;
import org.shopscore.aggregator.policy.inforce.PoliciesInForce;
import org.shopscore.aggregator.policy.plan.Life;
import org.shopscore.aggregator.policy.plan.Switch;
import org.shopscore.aggregator.policy.version.PolicyVersion;
import org.shopscore.aggregator.policy.version.Versions;
import org.shopscore.metric.BusinessDay;
import org.shopscore.problem.Refused;

/** Whether a switch may be made, apart from what the official days say. */
final class Scheduling {

    /** @throws Refused 409 {@code dry-run-required}, {@code state-forbids}, {@code later-switch-planned}; 422 {@code before-effective-from}, {@code too-soon} */
    static Switch check(PolicyVersion version, PlanRows.Read read, String switchId, SwitchBody body) {
        if (body.effectiveFrom().isBefore(version.effectiveFrom())) {
            throw Refused.field(
                    422,
                    "before-effective-from",
                    "effectiveFrom",
                    "must not be before the document's own, " + version.effectiveFrom(),
                    body.effectiveFrom());
        }
        var asked = new Switch(switchId, version.policy(), body.effectiveFrom(), visibleFrom(body, read.now()));
        Switch next = next(version, read, asked);
        if (!read.plan().takes(next)) {
            var last = read.plan().switches().getLast();
            throw new Refused(
                            409,
                            "later-switch-planned",
                            "the switch " + last.switchId() + " is planned for " + last.effectiveFrom() + " and "
                                    + last.visibleFrom() + ": the next one is later than it in both")
                    .with("last", last);
        }
        return next;
    }

    private static Switch next(PolicyVersion version, PlanRows.Read read, Switch asked) {
        return switch (version.life(read)) {
            case Life.Tried tried -> tried.scheduled(asked).next();
            case Life.Draft draft ->
                throw new Refused(
                                409,
                                "dry-run-required",
                                version.policy() + " has had no dry run: nobody has seen what it would do")
                        .with("state", draft.name())
                        .with("allows", draft.allows());
            case Life.Scheduled scheduled -> throw Versions.forbids(version.policy(), scheduled);
            case Life.Active active -> throw Versions.forbids(version.policy(), active);
            case Life.Withdrawn withdrawn -> throw Versions.forbids(version.policy(), withdrawn);
        };
    }

    private static Instant visibleFrom(SwitchBody body, Instant now) {
        Instant earliest = now.plus(PoliciesInForce.LEAD);
        if (body.visibleFrom().isEmpty()) {
            Instant day = BusinessDay.start(body.effectiveFrom());
            return (day.isBefore(earliest) ? earliest : day).truncatedTo(ChronoUnit.MICROS);
        }
        Instant asked = body.visibleFrom().get();
        if (asked.isBefore(earliest)) {
            throw Refused.field(
                    422,
                    "too-soon",
                    "visibleFrom",
                    "must be " + PoliciesInForce.LEAD.toSeconds()
                            + " s ahead at least, so that every process knows of it before",
                    asked);
        }
        return asked;
    }

    /** @throws Refused 409 {@code too-late} */
    static void checkLead(Instant visibleFrom, Instant now) {
        if (visibleFrom.isBefore(now.plus(PoliciesInForce.LEAD))) {
            throw new Refused(
                            409,
                            "too-late",
                            "the switch is in force or about to be: every process knows of it. Another one leads back")
                    .with("visibleFrom", visibleFrom);
        }
    }

    private Scheduling() {}
}
