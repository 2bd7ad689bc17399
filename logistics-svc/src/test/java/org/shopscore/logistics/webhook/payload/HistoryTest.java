package org.shopscore.logistics.webhook.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.webhook.vocabulary.Code;
import org.shopscore.logistics.webhook.vocabulary.StatusCodes;

class HistoryTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T01:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    private final History history = new History(StatusCodes.of("kdniao"));

    private Reading read() {
        return history.of("yto", "YT1234567890", "kdniao");
    }

    private List<ScanStatus> statuses() {
        return read().updates().getFirst().scans().stream().map(Scan::status).toList();
    }

    private History line(Instant at, String code) {
        return history.line(Optional.of(at), Code.of(code), "某地");
    }

    @Test
    void theStateOfTheWholeSpeaksForTheLatestLineOldestFirst() {
        line(MORNING, "");
        line(NOON, "").overall(Code.of("3"));
        assertThat(statuses()).containsExactly(ScanStatus.UNKNOWN, ScanStatus.DELIVERED);
    }

    @Test
    void theStateOfTheWholeSpeaksForTheLatestLineNewestFirst() {
        line(NOON, "");
        line(MORNING, "").overall(Code.of("3"));
        assertThat(statuses()).containsExactly(ScanStatus.DELIVERED, ScanStatus.UNKNOWN);
    }

    @Test
    void ofTwoLinesAtTheSameInstantTheOneAtTheNewestEndIsTheLatest() {
        line(NOON, "1");
        history.line(Optional.of(NOON), Code.none(), "另一地").overall(Code.of("3"));
        assertThat(statuses()).containsExactly(ScanStatus.PICKED_UP, ScanStatus.DELIVERED);
    }

    @Test
    void aLinesOwnCodeGoesBeforeTheStateOfTheWhole() {
        line(NOON, "211").overall(Code.of("3"));
        assertThat(statuses()).containsExactly(ScanStatus.READY_FOR_PICKUP);
    }

    @Test
    void anUnknownCodeIsUnknownKeptAndCountedForEachScan() {
        line(MORNING, "999");
        line(NOON, "999");
        assertThat(statuses()).containsOnly(ScanStatus.UNKNOWN);
        assertThat(read().unknownCodes()).containsExactly("999", "999");
        assertThat(read().updates().getFirst().scans())
                .allMatch(scan -> scan.rawCode().equals("999"));
    }

    @Test
    void aLineWithoutACodeIsUnknownButCountsAsNoUnknownCode() {
        line(MORNING, "");
        line(NOON, "2");
        assertThat(statuses()).containsExactly(ScanStatus.UNKNOWN, ScanStatus.IN_TRANSIT);
        assertThat(read().unknownCodes()).isEmpty();
    }

    @Test
    void anUnknownStateOfTheWholeIsCounted() {
        line(NOON, "").overall(Code.of("77"));
        assertThat(statuses()).containsExactly(ScanStatus.UNKNOWN);
        assertThat(read().unknownCodes()).containsExactly("77");
    }

    @Test
    void aCodeThatIsUnknownIsExplainedByTheBroaderOneAndCountedAllTheSame() {
        history.line(Optional.of(NOON), Code.of("299").within("2"), "某地");
        assertThat(statuses()).containsExactly(ScanStatus.IN_TRANSIT);
        assertThat(read().unknownCodes()).containsExactly("299");
    }

    @Test
    void aDetailThatNobodyExplainedLeavesTheCodeAsItIs() {
        var fedex = new History(StatusCodes.of("fedex"));
        fedex.line(Optional.of(NOON), Code.of("SE").refinedBy("099"), "Shipment exception");
        var reading = fedex.of("fedex", "957794015041323", "fedex");
        assertThat(reading.updates().getFirst().scans()).singleElement().satisfies(scan -> {
            assertThat(scan.status()).isEqualTo(ScanStatus.EXCEPTION);
            assertThat(scan.rawCode()).isEqualTo("SE/099");
        });
        assertThat(reading.unknownCodes()).isEmpty();
    }

    @Test
    void aLineWithoutATimeIsNoScanAndIsCounted() {
        history.line(Optional.empty(), Code.of("1"), "某地");
        line(NOON, "2");
        assertThat(statuses()).containsExactly(ScanStatus.IN_TRANSIT);
        assertThat(read().undated()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "YT1", "YT 1234567890", "单号1234567890", "1234567890123456789012345678901234567890X"})
    void aNumberThatNoShipmentCanBearIsRefusedAndNotQuoted(String number) {
        line(NOON, "2");
        var reading = history.of("yto", number, "kdniao");
        assertThat(reading.isRefused()).isTrue();
        assertThat(reading.refusals()).singleElement().asString().startsWith("a waybill number must be");
    }

    @Test
    void theOrderOfTheLinesChangesNoScan() {
        var lines = List.of("1", "2", "", "202", "");
        var forward = new History(StatusCodes.of("kdniao")).overall(Code.of("3"));
        var backward = new History(StatusCodes.of("kdniao")).overall(Code.of("3"));
        for (int i = 0; i < lines.size(); i++) {
            forward.line(Optional.of(MORNING.plusSeconds(i)), Code.of(lines.get(i)), "第" + i + "条");
            int back = lines.size() - 1 - i;
            backward.line(Optional.of(MORNING.plusSeconds(back)), Code.of(lines.get(back)), "第" + back + "条");
        }
        var one = scans(forward);
        var other = new ArrayList<>(scans(backward)).reversed();
        assertThat(other).isEqualTo(one);
    }

    private static List<Scan> scans(History history) {
        return history.of("yto", "YT1234567890", "kdniao").updates().getFirst().scans();
    }
}
