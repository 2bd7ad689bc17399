package org.shopscore.logistics.carrier.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.PerformanceRegions;
import org.shopscore.logistics.region.Region;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/**
 * Which weeks of a carrier are asked for.
 *
 * @param from  the region that the lanes begin in, or the beginning of its code; empty for all
 * @param week  of that week alone
 * @param after where the page before ended
 */
record WeekQuery(String carrier, String from, String to, Optional<IsoWeek> week, After after) {

    /** The last line of a page: weeks go down, regions up. */
    record After(IsoWeek week, String from, String to) {

        static After of(CarrierWeek last) {
            var cell = last.cell();
            return new After(last.week(), cell.from().code(), cell.to().code());
        }

        String token() {
            return PageToken.of(week.toString(), from, to);
        }
    }

    private static final IsoWeek LAST = new IsoWeek(LocalDate.of(9999, 12, 27));

    /** @throws Refused 400 for a week or a page token that is none */
    static WeekQuery of(
            String carrier, Optional<String> from, Optional<String> to, Optional<String> week, String pageToken) {
        var asked = week.map(text -> week(text));
        return new WeekQuery(
                carrier,
                from.map(WeekQuery::level).orElse(""),
                to.map(WeekQuery::level).orElse(""),
                asked,
                PageToken.read(pageToken, 3)
                        .map(key -> after(key, pageToken))
                        .orElseGet(() -> new After(asked.orElse(LAST), "", "")));
    }

    private static String level(String region) {
        return PerformanceRegions.of(new Region(region)).code();
    }

    private static IsoWeek week(String text) {
        return IsoWeek.parse(text)
                .orElseThrow(
                        () -> Refused.field(400, "invalid-field", "week", "must be a week such as 2026-W10", text));
    }

    private static After after(List<String> key, String token) {
        return IsoWeek.parse(key.get(0))
                .map(week -> new After(week, key.get(1), key.get(2)))
                .orElseThrow(() -> PageToken.unknown(token));
    }
}
