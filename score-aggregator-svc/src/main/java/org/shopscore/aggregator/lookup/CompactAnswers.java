package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer;
import org.shopscore.aggregator.lookup.compact.CompactFreshness;
import org.shopscore.aggregator.lookup.compact.CompactScore;
import org.shopscore.aggregator.lookup.line.CompactLine;
import org.shopscore.aggregator.lookup.line.Fresh;
import org.shopscore.aggregator.lookup.line.MemoryLines;
import org.shopscore.metric.Lane;
import org.shopscore.problem.Refused;

/** Compact scores from memory, Redis or the tiles; where none of them answers, the official score that is known anyway. */
@ApplicationScoped
public class CompactAnswers {

    /** Leaves connections of the database to others. */
    private static final int AT_ONCE = 8;

    private static final int NOT_FOUND = 404;

    /** What is known of one shop. */
    public sealed interface Answer {

        /** @param isTagged whether the same can be asked for again by its tag */
        record Found(CompactLine line, Fresh fresh, boolean isTagged) implements Answer {}

        record Unknown() implements Answer {}

        /** The shop may exist; nothing that could say so answers. */
        record Unavailable() implements Answer {}
    }

    private final ProvisionalScores provisional;
    private final Elsewhere elsewhere;
    private final Answers answers;

    CompactAnswers(ProvisionalScores provisional, Elsewhere elsewhere, Answers answers) {
        this.provisional = provisional;
        this.elsewhere = elsewhere;
        this.answers = answers;
    }

    public Optional<Answer> inMemory(String shopId) {
        MemoryLines lines = provisional.lines();
        return lines.of(shopId).map(line -> new Answer.Found(line, lines.fresh(line), true));
    }

    Uni<Answer> of(String shopId) {
        Optional<Answer> here = inMemory(shopId);
        return here.isPresent() ? Uni.createFrom().item(here.get()) : elsewhere(shopId);
    }

    private Uni<Answer> elsewhere(String shopId) {
        return answer(shopId, elsewhere.of(shopId));
    }

    private Uni<Answer> answer(String shopId, Uni<ScoreAnswer> score) {
        return score.map(this::found).onFailure().recoverWithItem(failure -> failed(shopId, failure));
    }

    private Answer found(ScoreAnswer answer) {
        var source = CompactFreshness.Source.valueOf(answer.freshness().source().toUpperCase(java.util.Locale.ROOT));
        return found(
                Answers.compact(answer),
                Answers.compactFreshness(source, answer.freshness()),
                answer.version().isPresent());
    }

    private Answer found(CompactScore score, CompactFreshness freshness, boolean isTagged) {
        return new Answer.Found(
                new CompactLine(Lane.of(score.shopId()), score, answers.binary()), new Fresh(freshness), isTagged);
    }

    private Answer failed(String shopId, Throwable failure) {
        if (failure instanceof Refused refused && refused.status() == NOT_FOUND) {
            return new Answer.Unknown();
        }
        var nothing = new CompactFreshness(CompactFreshness.Source.NONE, Optional.empty(), true);
        return answers.officialOnly(shopId)
                .map(score -> found(score, nothing, false))
                .orElseGet(Answer.Unavailable::new);
    }

    /** Each shop once: Redis is asked for all of them together. A database that did not answer for one is not waited for again for the others. */
    public Uni<Map<String, Answer>> elsewhere(Set<String> shops) {
        if (shops.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return provisional
                .elsewhere(shops)
                .onFailure()
                .recoverWithItem(Map.of())
                .map(known -> {
                    var found = new HashMap<String, Answer>();
                    known.forEach((shop, answer) -> found.put(shop, found(answer)));
                    return found;
                })
                .chain(found -> rest(shops, found));
    }

    private Uni<Map<String, Answer>> rest(Set<String> shops, Map<String, Answer> found) {
        var isDown = new AtomicBoolean();
        var missing = shops.stream().filter(shop -> !found.containsKey(shop)).toList();
        return Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUni(shop -> notInRedis(shop, isDown).map(answer -> Map.entry(shop, answer)))
                .merge(AT_ONCE)
                .collect()
                .in(() -> found, (all, one) -> all.put(one.getKey(), one.getValue()));
    }

    private Uni<Answer> notInRedis(String shopId, AtomicBoolean isDown) {
        return Uni.createFrom()
                .deferred(() -> isDown.get()
                        ? Uni.createFrom()
                                .item(failed(shopId, new Refused(503, "database-unavailable", "not asked again")))
                        : answer(shopId, elsewhere.notInRedis(shopId)))
                .invoke(answer -> isDown.compareAndSet(false, isDatabaseDown(answer)));
    }

    private static boolean isDatabaseDown(Answer answer) {
        return switch (answer) {
            case Answer.Found found -> found.fresh().figures().source() == CompactFreshness.Source.NONE;
            case Answer.Unknown _ -> false;
            case Answer.Unavailable _ -> true;
        };
    }
}
