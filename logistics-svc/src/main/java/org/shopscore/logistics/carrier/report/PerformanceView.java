package org.shopscore.logistics.carrier.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A week of a carrier between two regions. */
@Schema(name = "CarrierWeek")
record PerformanceView(
        String carrier,
        String from,
        String to,
        @Schema(examples = "2026-W10") String week,
        FiguresView figures) {

    @Schema(name = "CarrierWeekPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(
            List<PerformanceView> weeks,

            @Schema(description = "absent on the last page") Optional<String> nextPageToken) {

        /** @param found one more than the page holds when there is another page */
        static Page of(List<CarrierWeek> found, int pageSize) {
            var page = found.stream().limit(pageSize).toList();
            return new Page(
                    page.stream().map(PerformanceView::of).toList(),
                    found.size() > pageSize
                            ? Optional.of(WeekQuery.After.of(page.getLast()).token())
                            : Optional.empty());
        }
    }

    private static PerformanceView of(CarrierWeek week) {
        var cell = week.cell();
        return new PerformanceView(
                cell.carrier(),
                cell.from().code(),
                cell.to().code(),
                week.week().toString(),
                FiguresView.of(week.figures()));
    }
}
