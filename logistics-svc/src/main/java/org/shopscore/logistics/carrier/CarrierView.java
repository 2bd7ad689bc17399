package org.shopscore.logistics.carrier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.carrier.VersionedTable.Stored;
import org.shopscore.logistics.lane.ServiceLevel;
import org.shopscore.logistics.region.Region;
import org.shopscore.problem.PageToken;

/** A carrier of the registry. */
@Schema(name = "Carrier")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CarrierView(
        String carrier,
        String nameZh,
        String nameEn,
        List<String> coverage,
        SortedSet<ServiceLevel> levels,
        Optional<Long> peakPerDay,
        @Schema(description = "grows by one with each edit") long version) {

    @Schema(name = "CarrierPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(
            List<CarrierView> carriers,

            @Schema(description = "absent on the last page") Optional<String> nextPageToken) {

        /** @param found one more than the page holds when there is another page */
        static Page of(List<Stored<Carrier>> found, int pageSize) {
            var page = found.stream().limit(pageSize).map(CarrierView::of).toList();
            return new Page(
                    page,
                    found.size() > pageSize
                            ? Optional.of(PageToken.of(page.getLast().carrier()))
                            : Optional.empty());
        }
    }

    static CarrierView of(Stored<Carrier> stored) {
        var carrier = stored.value();
        return new CarrierView(
                carrier.code(),
                carrier.nameZh(),
                carrier.nameEn(),
                carrier.coverage().stream().map(Region::code).sorted().toList(),
                new TreeSet<>(carrier.levels()),
                carrier.peakPerDay(),
                stored.version());
    }
}
