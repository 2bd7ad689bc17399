package org.shopscore.suite.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.OrderFact;
import org.shopscore.suite.fact.Story;

class WorldTest {

    private static final Instant START = Instant.parse("2026-03-10T06:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void theSameSeedAndStartGiveTheSameFactsAndAnotherSeedGivesOthers() {
        assertThat(world(7, 60).day(DAY)).isEqualTo(world(7, 60).day(DAY));
        assertThat(instants(world(7, 60))).isNotEqualTo(instants(world(8, 60)));
    }

    @Test
    void aLargerCastHoldsTheSmallerOne() {
        var few = new World(7, 3, new Pace(START, 60));
        var many = new World(7, 9, new Pace(START, 60));
        assertThat(many.day(DAY)).containsAll(few.day(DAY));
    }

    @Test
    void moreIsBoughtInTheEveningThanAtNight() {
        var byHour = new HashMap<Integer, Integer>();
        days(world(7, 1)).forEach(story -> byHour.merge(hour(story.facts().getFirst()), 1, Integer::sum));
        assertThat(byHour.get(21)).isGreaterThan(5 * byHour.getOrDefault(4, 0));
    }

    @Test
    void aGoodShopHandsOverInTimeMoreOftenThanABadOne() {
        assertThat(promptShare(Shop.number(0))).isGreaterThan(promptShare(Shop.number(2)) + 20);
    }

    @Test
    void nothingThatHistoryTellsLiesAfterTheStartAndNothingIsLostBetweenHistoryAndLife() {
        var world = world(7, 60);
        var history = History.of(world, START, 5);

        assertThat(facts(history.told())).allMatch(fact -> !fact.at().isAfter(START));
        assertThat(facts(history.begun())).allMatch(fact -> fact.at().isAfter(START));
        var begunBefore = IntStream.rangeClosed(0, 5)
                .mapToObj(back -> LocalDate.of(2026, 3, 10).minusDays(back))
                .flatMap(day -> world.day(day).stream())
                .filter(story -> !story.facts().getFirst().at().isAfter(START))
                .flatMap(story -> story.facts().stream());
        assertThat(Stream.concat(facts(history.told()).stream(), facts(history.begun()).stream()))
                .containsExactlyInAnyOrderElementsOf(begunBefore.toList());
    }

    @Test
    void lifeRunsFasterAfterTheStartAndAsGivenBefore() {
        var pace = new Pace(START, 24);
        assertThat(pace.real(START.minusSeconds(5))).isEqualTo(START.minusSeconds(5));
        assertThat(pace.real(START.plus(Duration.ofDays(1)))).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(world(7, 24).dayAt(START.plus(Duration.ofHours(1)))).isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @Test
    void noTwoStoriesShareAnId() {
        var paths = days(world(7, 1))
                .map(story -> story.facts().getFirst().command().path())
                .toList();
        assertThat(paths).doesNotHaveDuplicates();
    }

    private static World world(long seed, int speed) {
        return new World(seed, 4, new Pace(START, speed));
    }

    private static List<Instant> instants(World world) {
        return facts(world.day(DAY)).stream().map(Fact::at).toList();
    }

    private static Stream<Story> days(World world) {
        return IntStream.range(0, 5).mapToObj(DAY::plusDays).flatMap(day -> world.day(day).stream());
    }

    private static int hour(Fact fact) {
        return fact.at().atZone(BusinessDay.ZONE).getHour();
    }

    private static int promptShare(Shop shop) {
        var life = new OrderLife(shop, new Pace(START, 1));
        int prompt = 0;
        int pickedUp = 0;
        for (int i = 0; i < 1_000; i++) {
            var facts = life.story("o-" + i, START.minus(Duration.ofDays(20)), new Dice(3, "order " + i))
                    .facts();
            if (facts.get(1) instanceof OrderFact.PickedUp pickup) {
                pickedUp++;
                prompt += pickup.at().isAfter(((OrderFact.Paid) facts.getFirst()).pickupDueAt()) ? 0 : 1;
            }
        }
        return 100 * prompt / pickedUp;
    }

    private static List<Fact> facts(List<Story> stories) {
        var facts = new ArrayList<Fact>();
        stories.forEach(story -> facts.addAll(story.facts()));
        return facts;
    }
}
