package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shopscore.aggregator.ingest.Facts;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.platform.Await;

/**
 * Shops of one category over two official days: all but {@code fresh} are counted on the first one, which the shipped policy scores; on
 * the second, brushing withholds a score. {@code brushed} alone has few complaints resolved in time.
 */
final class Verdicts implements AutoCloseable {

    static final Map<String, Long> BRUSHING = Map.of("verdict.brushing", 1L);

    final String brushed = Shops.fresh();
    final String unpunished = Shops.fresh();
    final String young = Shops.fresh();
    final String fresh = Shops.fresh();
    final String quiet = Shops.fresh();
    final List<String> peers =
            IntStream.range(0, 20).mapToObj(_ -> Shops.fresh()).toList();
    final String category = "c-" + brushed;
    final String version = PolicyDesk.freshVersion();
    final String policy = "exp-score-5/" + version;
    final LocalDate before;
    final LocalDate day;
    private final DayRuns runs;
    private final Facts facts = new Facts();

    Verdicts(DayRuns runs, LocalDate before) {
        this.runs = runs;
        this.before = before;
        day = before.plusDays(1);
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "茶"))
                .put("/v1/categories/{id}", category)
                .then()
                .statusCode(201);
        register(brushed, unpunished, young, quiet);
        peers.forEach(this::register);
    }

    private void register(String... shops) {
        for (String shop : shops) {
            FromEvents.register(shop, Map.of("category", category)).statusCode(201);
        }
    }

    /** A day by each policy; the second one knows of a verdict against three shops. */
    Verdicts live() {
        peers.forEach(peer -> facts.tell(peer, before, example()));
        facts.tell(unpunished, before, example());
        facts.tell(brushed, before, amounts(few()));
        facts.tell(
                quiet, before, amounts(Window.example().with("complaint.due", 0).with("complaint.on-time", 0)));
        facts.tell(young, before, Map.of("order.paid", 3L, "verdict.brushing", 1L));
        awaitCounted(young, before, "order.paid", 3);
        awaitCounted(brushed, before, "complaint.due", 1000);
        awaitCounted(quiet, before, "order.paid", 1600);
        awaitCounted(unpunished, before, "complaint.due", 20);
        peers.forEach(peer -> awaitCounted(peer, before, "complaint.due", 20));
        run(before);
        switchPolicy();
        register(fresh);
        facts.tell(brushed, day, BRUSHING).tell(fresh, day, Map.of("order.paid", 40L, "verdict.brushing", 1L));
        awaitCounted(brushed, day, "verdict.brushing", 1);
        awaitCounted(fresh, day, "verdict.brushing", 1);
        awaitCounted(fresh, day, "order.paid", 40);
        run(day);
        return this;
    }

    private void switchPolicy() {
        String list = "\"newShopDays\": 90, \"withheldBy\": [\"verdict.brushing\"]";
        PolicyDesk.put(version, PolicyDesk.document(version, Map.of("\"newShopDays\": 90", list)))
                .statusCode(201);
        PolicyDesk.dryRun("try", policy, before).statusCode(202);
        PolicyDesk.awaitDryRun("try");
        PolicyDesk.plan("go", policy, day).statusCode(201);
        PolicyDesk.awaitState(policy, "ACTIVE");
    }

    private void run(LocalDate statDate) {
        runs.provenComplete();
        DayRuns.run(statDate);
    }

    DayAnswers answers() {
        return new DayAnswers(day);
    }

    void upholdTheAppeal() {
        facts.tell(brushed, day, Map.of("verdict.brushing", -1L), "verdict/1", Optional.of("appeal/1"))
                .sent();
        awaitRevision(brushed);
    }

    void decideLate() {
        facts.tellLate(unpunished, day, BRUSHING).sent();
        awaitRevision(unpunished);
    }

    private void awaitRevision(String shop) {
        assertThat(Await.within(
                        DayRuns.PATIENCE,
                        () -> given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                                .<Integer>path("scores.size()")
                                .equals(2)))
                .isTrue();
    }

    private void awaitCounted(String shop, LocalDate on, String measure, int amount) {
        facts.sent();
        new DayAnswers(on).awaitCounted(shop, measure, amount);
    }

    static Map<String, Long> example() {
        return amounts(Window.example());
    }

    /** As {@code brushed} is, without its verdict. */
    static Window few() {
        return Window.example().with("complaint.due", 1000).with("complaint.on-time", 100);
    }

    private static Map<String, Long> amounts(Window window) {
        var amounts = new HashMap<String, Long>();
        window.forEach(amounts::put);
        return amounts;
    }

    @Override
    public void close() {
        facts.close();
    }
}
