package org.shopscore.aggregator.policy.inforce;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.policy.plan.Plan;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoresMoved;

/**
 * The policy that provisional scores are made by. Each process knows the plan ahead of its instants, and looks at the time whenever it is
 * asked: so all of them change at one instant, and none has to be told at it.
 *
 * <p>No switch is planned less than {@link #LEAD} ahead. What was read from the database less than {@link #PROVEN} ago therefore holds;
 * after that the answers say that it may not.
 */
@ApplicationScoped
public class PoliciesInForce {

    /** How far ahead a switch has to be planned, and can still be cancelled. */
    public static final Duration LEAD = Duration.ofSeconds(10);

    /** The rest of the lead is for the transaction that plans, which the database ends after two seconds. */
    static final Duration PROVEN = Duration.ofSeconds(6);

    private static final Logger LOG = Logger.getLogger(PoliciesInForce.class);
    private static final Duration AT_START = Duration.ofSeconds(30);
    private static final Duration SLOWEST = Duration.ofSeconds(2);
    private static final int BEFORE_ALL_OTHERS = 1;

    private final Pool pool;
    private final PlanRows rows;
    private final StoredPolicies policies;
    private final FirstPolicy first;
    private final Event<ScoresMoved> moved;
    private final Map<String, ScoreEngine> engines = new ConcurrentHashMap<>();
    private final AtomicReference<Steps> steps = new AtomicReference<>();
    private volatile DatabaseTime time;
    private volatile long provenNanos;
    private volatile String told = "";
    private volatile boolean toldProven = true;

    PoliciesInForce(Pool pool, PlanRows rows, StoredPolicies policies, FirstPolicy first, Event<ScoresMoved> moved) {
        this.pool = pool;
        this.rows = rows;
        this.policies = policies;
        this.first = first;
        this.moved = moved;
    }

    /** Never one that an earlier call has seen replaced. */
    public ScoreEngine now() {
        Steps known = steps.get();
        while (known.isDue(System.nanoTime())) {
            steps.compareAndSet(known, known.at(System.nanoTime()));
            known = steps.get();
        }
        return known.inForce();
    }

    /** Since when it is not known whether another policy was put in force; empty as long as that cannot be. */
    public Optional<Instant> unprovenSince() {
        long until = provenNanos + PROVEN.toNanos();
        return System.nanoTime() - until < 0 ? Optional.empty() : Optional.of(time.at(until));
    }

    void begin(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
        first.store().chain(this::read).await().atMost(AT_START);
        told = now().policy().reference();
        LOG.infof("policy=%s", told);
    }

    /** Looks for edits of the plan; an old one is kept where the database does not answer. */
    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public Uni<Void> refresh() {
        return read().ifNoItem()
                .after(SLOWEST)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.debugf("policies=old cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .invoke(this::tell);
    }

    /** What was made by the policy before is worth nothing, and whether the plan is known is part of what is answered. */
    private void tell() {
        String now = now().policy().reference();
        boolean isProven = unprovenSince().isEmpty();
        if (!now.equals(told)) {
            LOG.infof("policy=%s before=%s", now, told);
            moved.fire(new ScoresMoved.All());
        } else if (isProven != toldProven) {
            moved.fire(new ScoresMoved.Doubted());
        }
        told = now;
        toldProven = isProven;
    }

    private Uni<Void> read() {
        long sent = System.nanoTime();
        return rows.read(pool)
                .chain(read -> {
                    var sample = new DatabaseTime(sent, System.nanoTime(), read.now());
                    return learn(read.plan(), time == null ? sample : time.better(sample), sent);
                })
                .replaceWithVoid();
    }

    private Uni<Void> learn(Plan plan, DatabaseTime now, long sent) {
        return Multi.createFrom()
                .iterable(plan.from(now.at(sent)))
                .onItem()
                .transformToUniAndConcatenate(one -> engine(one.policy())
                        .map(engine -> new Steps.Step(one.visibleFrom(), now.nanosAt(one.visibleFrom()), engine)))
                .collect()
                .asList()
                .map(Steps::new)
                .invoke(read -> {
                    steps.updateAndGet(known -> known == null ? read : read.notBefore(known.at(System.nanoTime())));
                    time = now;
                    provenNanos = Math.max(provenNanos, sent);
                })
                .replaceWithVoid();
    }

    private Uni<ScoreEngine> engine(String reference) {
        ScoreEngine known = engines.get(reference);
        return known != null
                ? Uni.createFrom().item(known)
                : policies.named(pool, reference)
                        .map(policy -> engines.computeIfAbsent(reference, _ -> new ScoreEngine(policy)));
    }
}
