package org.shopscore.suite.replay.scms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.suite.replay.BrokenLines;
import org.shopscore.suite.replay.RealData;
import org.shopscore.suite.replay.Sample;

class VendorOrdersTest {

    private static final String HEADER =
            "ID,PQ First Sent to Client Date,PO Sent to Vendor Date,Scheduled Delivery Date,Delivered to Client Date,Vendor\n";
    private static final Bounds ALL = new Bounds(LocalDate.of(2000, 1, 1), LocalDate.of(2020, 1, 1));

    @TempDir
    private Path folder;

    private Deliveries deliveries(String lines) throws IOException {
        return Deliveries.read(Files.writeString(folder.resolve("deliveries.csv"), HEADER + lines));
    }

    private VendorOrder only(String line) throws IOException {
        return new VendorOrders(deliveries(line), 0, ALL).sendable().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "2014-03-01,2014-03-05,2014-04-01,2014-04-02,2014-03-05",
        "2014-03-01,Date Not Captured,2014-04-01,2014-04-02,2014-03-01",
        "Pre-PQ Process,N/A - From RDC,2014-04-01,2014-04-02,2014-04-01",
        "Date Not Captured,N/A - From RDC,2014-04-09,2014-04-02,2014-04-02",
        "2014-05-01,N/A - From RDC,2014-04-09,2014-04-02,2014-04-02",
        "2014-03-01,2014-04-20,2014-04-01,2014-04-02,2014-04-20"
    })
    void anOrderIsPaidWhenItWasSentToTheVendorElseOnTheFirstDayThatIsKnownOfIt(
            String quoted, String ordered, String promised, String delivered, LocalDate paid) throws IOException {
        var line = String.join(",", "7", quoted, ordered, promised, delivered, "Orgenics");
        assertThat(only(line).paidOn()).isEqualTo(paid);
    }

    @Test
    void theCellsAreThoseOfTheImportAndDaysAreDaysInShanghai() throws IOException {
        var order = only("7,2014-03-01,2014-03-05,2014-04-01,2014-04-02,明光试剂");
        assertThat(order.cells())
                .containsExactly(
                        VendorId.of("明光试剂"),
                        "7",
                        "2014-03-04T16:00:00Z",
                        "2014-04-01T15:59:59.999999Z",
                        "2014-04-01",
                        "2014-04-02T04:00:00Z",
                        "2014-04-02T04:00:00Z")
                .hasSameSizeAs(VendorOrder.COLUMNS);
    }

    @Test
    void anotherWordThanThoseForNoDateIsAFaultWithItsLine() {
        assertThatThrownBy(() -> deliveries("7,soon,2014-03-05,2014-04-01,2014-04-02,Orgenics\n"))
                .isInstanceOf(BrokenLines.class)
                .hasMessageContaining(
                        "deliveries.csv:2: PQ First Sent to Client Date must look like 2014-08-29, was soon");
    }

    @Test
    void vendorsHaveIdsThatAShopCanHaveAndNoTwoTheSame() throws IOException {
        var rows = Deliveries.read(RealData.folder("scms-delivery").resolve("deliveries.csv.gz"))
                .rows();
        var ids = rows.stream()
                .map(Deliveries.Row::vendor)
                .distinct()
                .collect(Collectors.toMap(vendor -> vendor, VendorId::of));
        assertThat(ids.values()).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}"));
        assertThat(VendorId.of("明光试剂")).matches("v-[0-9a-f]{8}");
        assertThat(ids.get("Orgenics, Ltd")).startsWith("v-orgenics-ltd-").isEqualTo(VendorId.of("Orgenics, Ltd"));
    }

    @Test
    void aDayOutsideTheBoundsKeepsItsOrderBackAndAPromiseAheadDoesNot() throws IOException {
        var bounds = Bounds.at(Instant.parse("2015-09-16T02:00:00Z"));
        assertThat(bounds).isEqualTo(new Bounds(LocalDate.of(2012, 9, 12), LocalDate.of(2015, 9, 16)));
        var orders = new VendorOrders(deliveries("""
                        1,2012-09-11,2012-09-11,2013-04-01,2013-04-02,A
                        2,2012-09-12,2012-09-12,2013-04-01,2013-04-02,A
                        3,2013-09-12,2013-09-12,2012-09-11,2013-04-02,A
                        4,2015-09-01,2015-09-01,2015-12-31,2015-09-16,A
                        5,2015-09-01,2015-09-01,2015-09-16,2015-09-17,A
                        """), 0, bounds);
        assertThat(orders.sendable()).extracting(VendorOrder::orderId).containsExactly("2", "4");
        assertThat(orders.byRule())
                .isEqualTo(Map.of(
                        Rule.PAID_WHEN_ORDERED.text(), 2,
                        Rule.HANDED_OVER_AT_DELIVERY.text(), 2,
                        Rule.OUTSIDE_THE_BOUNDS.text(), 3));
    }

    @Test
    void theSampleHoldsEachOddityThatTheRulesSetRight() throws IOException {
        try (var sample = Sample.scms()) {
            var orders = new VendorOrders(
                    Deliveries.read(sample.path()), 0, Bounds.at(Instant.parse("2015-09-12T02:00:00Z")));
            assertThat(orders.byRule()).hasSize(Rule.values().length);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "583"})
    void whatIsSentOfTheRealFileIsWhatTheIndependentCountFindsInIt(int weeks) throws IOException {
        assertSame(RealData.folder("scms-delivery").resolve("deliveries.csv.gz"), weeks);
    }

    @Test
    void whatIsSentOfTheSampleIsWhatTheIndependentCountFindsInIt() throws IOException {
        try (var sample = Sample.scms()) {
            assertSame(sample.path(), 12);
        }
    }

    private static void assertSame(Path file, int weeks) throws IOException {
        var bounds = Bounds.at(Instant.parse("2015-09-16T02:00:00Z").plusSeconds(weeks * 7L * 86_400));
        var sent = new VendorOrders(Deliveries.read(file), weeks, bounds)
                .sendable().stream()
                        .collect(Collectors.groupingBy(
                                VendorOrder::vendor,
                                Collectors.toMap(
                                        VendorOrder::orderId,
                                        order -> new Outcome(
                                                order.promisedOn(),
                                                order.deliveredOn(),
                                                order.promisedOn().isBefore(order.deliveredOn())))));
        assertThat(sent).isNotEmpty();
        assertThat(IndependentCount.of(file, weeks, bounds.first(), bounds.last()))
                .isEqualTo(sent);
    }
}
