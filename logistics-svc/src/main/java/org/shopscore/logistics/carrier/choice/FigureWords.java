package org.shopscore.logistics.carrier.choice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The figures that decide between carriers, in words. */
final class FigureWords {

    static Words label(Criterion criterion) {
        return switch (criterion) {
            case ON_TIME -> new Words("按时率", "on time");
            case EXCEPTIONS -> new Words("异常率", "exceptions");
            case SPEED -> new Words("九成包裹的配送时长", "nine in ten delivered within");
            case PRICE -> new Words("单价", "price");
            case FEEDBACK -> new Words("买家评分", "buyers' points");
        };
    }

    static Words of(Candidate candidate, Criterion criterion) {
        var standing = candidate.standing();
        return switch (criterion) {
            case ON_TIME -> share(standing.onTime(), standing.due());
            case EXCEPTIONS -> share(standing.exceptional(), standing.pickedUp());
            case SPEED ->
                standing.p90Minutes()
                        .map(minutes -> decimal(minutes, 60, 1))
                        .map(hours -> new Words(hours + "小时", hours + " hours"))
                        .orElseGet(FigureWords::unknown);
            case PRICE -> candidate.price().map(price -> same(price.toString())).orElseGet(FigureWords::unknown);
            case FEEDBACK ->
                standing.opinions() == 0 ? unknown() : same(decimal(standing.points(), 2 * standing.opinions(), 2));
        };
    }

    private static Words share(long part, long of) {
        if (of == 0) {
            return unknown();
        }
        String percent = decimal(Math.multiplyExact(100, part), of, 2) + "%";
        return new Words(percent + "（" + part + "/" + of + "）", percent + " (" + part + " of " + of + ")");
    }

    private static Words unknown() {
        return new Words("未知", "unknown");
    }

    private static Words same(String text) {
        return new Words(text, text);
    }

    private static String decimal(long part, long of, int decimals) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(of), decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private FigureWords() {}
}
