package org.shopscore.aftersales.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shopscore.metric.Measures.REVIEW_NEGATIVE;
import static org.shopscore.metric.Measures.REVIEW_ORDERS_RATED;
import static org.shopscore.metric.Measures.REVIEW_STARS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.OrderFacts;

class ReviewMeasuresTest {

    private static final Instant PAID = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant SIGNED = Instant.parse("2026-03-04T02:00:00Z");
    private static final Instant RATED = Instant.parse("2026-03-06T02:00:00Z");

    private final RatedOrder signed = of(facts(true, Optional.of(SIGNED), 3));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 0", "4, 0", "5, 0"})
    void aRatingCountsOnTheDayOfTheSignatureAndIsNegativeUpToTwoStars(int stars, long negative) {
        assertThat(ReviewMeasures.of(signed.with(Review.given("r", stars, RATED))))
                .isEqualTo(counted(SIGNED, stars).plus(SIGNED, REVIEW_NEGATIVE, negative));
    }

    @Test
    void onlyTheFirstRatingOfAnOrderCounts() {
        var order = signed.with(Review.given("b", 5, RATED)).with(Review.given("a", 3, RATED.minusSeconds(1)));

        assertThat(ReviewMeasures.of(order)).isEqualTo(counted(SIGNED, 3));
    }

    @Test
    void ratingsOfOneInstantAreToldApartById() {
        var order = signed.with(Review.given("b", 5, RATED)).with(Review.given("a", 4, RATED));

        assertThat(ReviewMeasures.of(order)).isEqualTo(counted(SIGNED, 4));
    }

    @Test
    void aLaterRatingDoesNotTakeThePlaceOfAFakeFirstOne() {
        var fake = Review.given("a", 5, RATED).removed(RATED.plusSeconds(60));
        var order = signed.with(fake).with(Review.given("b", 4, RATED.plusSeconds(1)));

        assertThat(ReviewMeasures.of(order)).isEqualTo(Contribution.none());
    }

    @Test
    void removingALaterRatingChangesNothing() {
        var later = Review.given("b", 1, RATED.plusSeconds(1)).removed(RATED.plusSeconds(60));

        assertThat(ReviewMeasures.of(signed.with(Review.given("a", 4, RATED)).with(later)))
                .isEqualTo(counted(SIGNED, 4));
    }

    @Test
    void anOrderThatIsUnknownUnsignedOrInvalidContributesNothing() {
        var review = Review.given("r", 5, RATED);
        assertThat(ReviewMeasures.of(new RatedOrder(Optional.empty(), List.of(review))))
                .isEqualTo(Contribution.none());
        assertThat(ReviewMeasures.of(of(facts(true, Optional.empty(), 1)).with(review)))
                .isEqualTo(Contribution.none());
        assertThat(ReviewMeasures.of(of(facts(false, Optional.of(SIGNED), 1)).with(review)))
                .isEqualTo(Contribution.none());
    }

    @Test
    void aRatingHasOneToFiveStars() {
        assertThatThrownBy(() -> Review.given("r", 6, RATED)).hasMessage("stars must be 1 to 5, was 6");
    }

    private static Contribution counted(Instant at, long stars) {
        return Contribution.none().plus(at, REVIEW_ORDERS_RATED, 1).plus(at, REVIEW_STARS, stars);
    }

    private static RatedOrder of(OrderFacts facts) {
        return new RatedOrder(Optional.of(facts), List.of());
    }

    static OrderFacts facts(boolean valid, Optional<Instant> signedAt, long version) {
        return new OrderFacts("shop-1", "o-1", PAID, valid, signedAt, version);
    }
}
