package org.shopscore.aftersales.review;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What happened to an order's reviews, and what they contributed from then on. */
@Entity
@Table(name = "review_history")
class ReviewHistoryRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String orderKey;
    String what;
    Instant at;
    String contribution;

    static ReviewHistoryRow of(OrderReviewsRow order, String what, Instant at) {
        var row = new ReviewHistoryRow();
        row.orderKey = order.key;
        row.what = what;
        row.at = at;
        row.contribution = order.contribution;
        return row;
    }
}
