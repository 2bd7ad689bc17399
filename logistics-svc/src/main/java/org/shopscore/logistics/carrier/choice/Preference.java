package org.shopscore.logistics.carrier.choice;

import static org.shopscore.logistics.carrier.choice.Criterion.EXCEPTIONS;
import static org.shopscore.logistics.carrier.choice.Criterion.FEEDBACK;
import static org.shopscore.logistics.carrier.choice.Criterion.ON_TIME;
import static org.shopscore.logistics.carrier.choice.Criterion.PRICE;
import static org.shopscore.logistics.carrier.choice.Criterion.SPEED;

import java.util.List;

/** What counts first; what stands later decides among equals. */
enum Preference {
    RELIABLE,
    FAST,
    CHEAP;

    List<Criterion> criteria() {
        return switch (this) {
            case RELIABLE -> List.of(ON_TIME, EXCEPTIONS, SPEED, PRICE, FEEDBACK);
            case FAST -> List.of(SPEED, ON_TIME, EXCEPTIONS, PRICE, FEEDBACK);
            case CHEAP -> List.of(PRICE, ON_TIME, EXCEPTIONS, SPEED, FEEDBACK);
        };
    }
}
