package org.shopscore.logistics.order;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.buyer.BuyerRef;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.region.RegionCode;
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.problem.Instants;
import org.shopscore.problem.Refused;

/** A paid order as its platform tells it. */
@Schema(name = "PaidOrder")
record OrderRequest(
        @NotNull(message = GIVEN) @Schema(examples = "2026-03-01T04:00:00Z")
        Instant paidAt,

        @Schema(description = "may be left out where the lane's times are known", examples = "2026-03-03T04:00:00Z")
        Optional<Instant> pickupDueAt,

        @Schema(description = "this or deliveryPromisedDay; may be left out where the lane's times are known")
        Optional<Instant> deliveryPromisedAt,

        @Schema(description = "a day in Asia/Shanghai, kept until its last instant", examples = "2026-03-06")
        Optional<LocalDate> deliveryPromisedDay,

        @Size(max = 5, message = "must hold at most 5") List<@NotNull(message = GIVEN) Flag> flags,

        @Schema(description = "NORMAL unless said otherwise")
        Optional<Kind> kind,

        @Schema(description = "when a presale ends or special goods are ready; not with NORMAL")
        Optional<Instant> availableAt,

        @Schema(examples = "CN-3301") Optional<@RegionCode String> from,
        @Schema(examples = "CN-370112") Optional<@RegionCode String> to,
        @Schema(examples = "yto") Optional<@CarrierCode String> carrier,

        @Schema(description = "opaque; no phone number, no name", examples = "b-7f3a")
        Optional<@BuyerRef String> buyerRef) {

    static final String GIVEN = "must be given";

    OrderRequest {
        flags = flags == null ? List.of() : flags;
    }

    /** The request that agrees these terms. */
    static OrderRequest of(Terms terms) {
        var route = terms.route();
        return new OrderRequest(
                terms.paidAt(),
                Optional.of(terms.pickupDueAt()),
                Optional.of(terms.deliveryDueAt()),
                Optional.empty(),
                terms.flags().stream().sorted().toList(),
                Optional.of(terms.kind()),
                terms.availableAt(),
                route.from().map(Region::code),
                route.to().map(Region::code),
                route.carrier(),
                terms.buyerRef());
    }

    /** @throws Refused when a time cannot be meant, the promise is given twice, or the goods' readiness does not fit their kind */
    Offer offer(Instant now) {
        return new Offer(
                Instants.past("paidAt", paidAt, now),
                pickupDueAt.map(at -> Instants.due("pickupDueAt", at, now)),
                promised(now),
                Set.copyOf(flags),
                kind.orElse(Kind.NORMAL),
                available(now),
                new Route(from.map(Region::new), to.map(Region::new), carrier),
                buyerRef);
    }

    private Optional<Instant> promised(Instant now) {
        if (deliveryPromisedAt.isPresent() && deliveryPromisedDay.isPresent()) {
            throw Refused.field(
                    400,
                    "invalid-field",
                    "deliveryPromisedAt",
                    "or deliveryPromisedDay must be given, one of them",
                    "both");
        }
        return deliveryPromisedAt
                .map(at -> Instants.due("deliveryPromisedAt", at, now))
                .or(() -> deliveryPromisedDay.map(day -> Instants.dueDay("deliveryPromisedDay", day, now)));
    }

    private Optional<Instant> available(Instant now) {
        if (availableAt.isPresent() && kind.orElse(Kind.NORMAL) == Kind.NORMAL) {
            throw Refused.field(
                    400, "invalid-field", "availableAt", "is of kind PRESALE or SPECIAL alone", availableAt.get());
        }
        return availableAt.map(at -> Instants.due("availableAt", at, now));
    }
}
