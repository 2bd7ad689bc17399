package org.shopscore.logistics.carrier.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.carrier.VersionedTable.Stored;
import org.shopscore.logistics.lane.Price;
import org.shopscore.problem.PageToken;

/** A contract with a carrier. */
@Schema(name = "CarrierContract")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ContractView(
        String carrier,
        String contractId,
        LocalDate from,
        LocalDate to,
        String termsNote,
        Optional<Long> capacityPerDay,
        Optional<Long> priceMinor,
        Optional<String> currency,

        @Schema(description = "grows by one with each edit") long version) {

    @Schema(name = "CarrierContractPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(
            List<ContractView> contracts,

            @Schema(description = "absent on the last page") Optional<String> nextPageToken) {

        /** @param found one more than the page holds when there is another page */
        static Page of(List<Stored<Contract>> found, int pageSize) {
            var page = found.stream().limit(pageSize).map(ContractView::of).toList();
            return new Page(
                    page,
                    found.size() > pageSize
                            ? Optional.of(PageToken.of(page.getLast().contractId()))
                            : Optional.empty());
        }
    }

    static ContractView of(Stored<Contract> stored) {
        var contract = stored.value();
        return new ContractView(
                contract.carrier(),
                contract.contractId(),
                contract.from(),
                contract.to(),
                contract.termsNote(),
                contract.capacityPerDay(),
                contract.price().map(Price::minor),
                contract.price().map(Price::currency),
                stored.version());
    }
}
