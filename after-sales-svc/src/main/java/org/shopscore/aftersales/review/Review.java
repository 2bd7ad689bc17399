package org.shopscore.aftersales.review;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A buyer's rating of the goods of an order; who wrote it and what it says stays outside.
 *
 * @param stars     1 to 5
 * @param removedAt since when it is known to be fake
 */
record Review(String reviewId, int stars, Instant ratedAt, Optional<Instant> removedAt) {

    /** The order in which an order's ratings were given; equal instants are told apart by id. */
    static final Comparator<Review> BY_RATING = comparing(Review::ratedAt).thenComparing(Review::reviewId);

    Review {
        if (stars < 1 || stars > 5) {
            throw new IllegalArgumentException("stars must be 1 to 5, was " + stars);
        }
    }

    static Review given(String reviewId, int stars, Instant ratedAt) {
        return new Review(reviewId, stars, ratedAt, Optional.empty());
    }

    /** A removal told twice counts from the earlier instant. */
    Review removed(Instant at) {
        var earliest = removedAt.filter(known -> known.isBefore(at)).orElse(at);
        return new Review(reviewId, stars, ratedAt, Optional.of(earliest));
    }

    boolean negative() {
        return stars <= 2;
    }

    /** Whether the buyer said the same, whatever became of it since. */
    boolean sameRating(Review other) {
        return reviewId.equals(other.reviewId) && stars == other.stars && ratedAt.equals(other.ratedAt);
    }
}
