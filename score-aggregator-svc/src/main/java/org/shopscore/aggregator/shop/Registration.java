package org.shopscore.aggregator.shop;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.asked.InCalendar;
import org.shopscore.aggregator.asked.Worded;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** A shop as the platform registers it; what is left out is not known, and never counts against the shop. */
@Schema(name = "Registration")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Registration(
        Optional<@Size(min = 1, max = 200, message = "must have 1 to 200 characters") @Worded String> name,

        @Schema(description = "the main category", examples = "fresh-food")
        Optional<@Pattern(regexp = CATEGORY, message = "must match " + CATEGORY) String> category,

        @Schema(description = "a business day, Asia/Shanghai", examples = "2026-03-01")
        Optional<@InCalendar LocalDate> openedOn,

        Optional<ShopProfile.Kind> kind,

        @Schema(
                description = "what the platform has set, as the policy's bonuses name it",
                examples = "remoteAreaService")
        @Size(max = 50, message = "must hold at most 50")
        SortedSet<@NotNull @Pattern(regexp = FLAG, message = "must match " + FLAG) String> flags,

        Optional<@Min(value = 0, message = "must be at least 0") Integer> productsOnSale) {

    public static final String CATEGORY = "[a-z0-9][a-z0-9-]{0,63}";
    static final String FLAG = "[A-Za-z][A-Za-z0-9]{0,63}";

    public Registration {
        flags = flags == null ? new TreeSet<>() : new TreeSet<>(flags);
    }

    /** Of a shop that nothing is known of. */
    public static Registration nothing() {
        return new Registration(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(),
                Optional.empty());
    }

    ShopProfile profile() {
        return new ShopProfile(
                category,
                openedOn,
                kind,
                flags,
                productsOnSale.map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }
}
