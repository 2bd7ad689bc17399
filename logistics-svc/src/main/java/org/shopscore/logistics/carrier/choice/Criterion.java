package org.shopscore.logistics.carrier.choice;

import java.util.OptionalLong;

/** By what carriers are compared, in steps: what lies within a step is as good as equal, so that chance does not decide. */
enum Criterion {
    /** Whole percent of the parcels due. */
    ON_TIME {
        @Override
        OptionalLong step(Candidate candidate, String currency) {
            var standing = candidate.standing();
            return reversed(whole(100 * standing.onTime(), standing.due()));
        }
    },
    /** Parcels in a thousand. */
    EXCEPTIONS {
        @Override
        OptionalLong step(Candidate candidate, String currency) {
            var standing = candidate.standing();
            return whole(1_000 * standing.exceptional(), standing.pickedUp());
        }
    },
    /** Steps of six hours that nine in ten parcels took at most. */
    SPEED {
        @Override
        OptionalLong step(Candidate candidate, String currency) {
            return candidate
                    .standing()
                    .p90Minutes()
                    .map(minutes -> OptionalLong.of(minutes / 360))
                    .orElse(OptionalLong.empty());
        }
    },
    PRICE {
        @Override
        OptionalLong step(Candidate candidate, String currency) {
            return candidate
                    .price()
                    .filter(price -> price.currency().equals(currency))
                    .map(price -> OptionalLong.of(price.minor()))
                    .orElse(OptionalLong.empty());
        }
    },
    /** Tenths of a point, of attitude and speed together. */
    FEEDBACK {
        @Override
        OptionalLong step(Candidate candidate, String currency) {
            var standing = candidate.standing();
            return reversed(whole(10 * standing.points(), 2 * standing.opinions()));
        }
    };

    /** The smaller the better; empty when nothing is known. */
    abstract OptionalLong step(Candidate candidate, String currency);

    /** What is known goes before what is not. */
    int compare(Candidate one, Candidate other, String currency) {
        var mine = step(one, currency);
        var theirs = step(other, currency);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Boolean.compare(mine.isEmpty(), theirs.isEmpty());
        }
        return Long.compare(mine.getAsLong(), theirs.getAsLong());
    }

    private static OptionalLong whole(long part, long of) {
        return of == 0 ? OptionalLong.empty() : OptionalLong.of(Math.floorDiv(part, of));
    }

    private static OptionalLong reversed(OptionalLong step) {
        return step.isEmpty() ? step : OptionalLong.of(-step.getAsLong());
    }
}
