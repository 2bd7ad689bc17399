package org.shopscore.aftersales.review;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One review of an order. */
@Entity
@Table(name = "review")
@IdClass(ReviewRow.Key.class)
class ReviewRow extends PanacheEntityBase {

    record Key(String orderKey, String reviewId) implements Serializable {}

    @Id
    String orderKey;

    @Id
    String reviewId;

    int stars;
    Instant ratedAt;
    Instant removedAt;

    static ReviewRow of(OrderKey key, Review review) {
        var row = new ReviewRow();
        row.orderKey = key.toString();
        row.reviewId = review.reviewId();
        row.become(review);
        return row;
    }

    static Uni<List<ReviewRow>> ofOrder(OrderKey key) {
        return list("orderKey", key.toString());
    }

    void become(Review review) {
        stars = review.stars();
        ratedAt = review.ratedAt();
        removedAt = review.removedAt().orElse(null);
    }

    Review review() {
        return new Review(reviewId, stars, ratedAt, Optional.ofNullable(removedAt));
    }
}
