package org.shopscore.logistics.incident.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.Occasion;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;

class FindingsTest {

    private static final long SEED = 20260301;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Patience PATIENCE = Patience.ofHours(48, 168);

    private static Instant hour(double hours) {
        return START.plus(Duration.ofSeconds(Math.round(hours * 3600)));
    }

    private static Scan scan(ScanStatus status, double hours) {
        return new Scan(hour(hours), status, Optional.empty(), status.name(), "已到达【济南转运中心】", Optional.empty());
    }

    private static Scan scan(Incident incident, double hours) {
        return new Scan(
                hour(hours), ScanStatus.EXCEPTION, Optional.of(incident), incident.name(), "异常件", Optional.empty());
    }

    /** {@code PICKED_UP@0 IN_TRANSIT@10.5} */
    private static List<Scan> scans(String text) {
        return Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("@"))
                .map(part -> scan(ScanStatus.valueOf(part[0]), Double.parseDouble(part[1])))
                .toList();
    }

    private static Findings findings(List<Scan> scans, Instant now) {
        return new Findings(new Journey(scans), PATIENCE, now);
    }

    private static List<Object> hours(List<Finding> found, Occasion occasion) {
        return found.stream()
                .filter(finding -> finding.occasion() == occasion)
                .map(finding -> (Object) Duration.between(START, finding.at()).toHours())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INFO_RECEIVED@0                                     | 500      |     |     |
            PICKED_UP@0                                         | 48       |     |     | 48
            PICKED_UP@0                                         | 48.001   | 48  |     |
            PICKED_UP@0                                         | 500      | 48  |     |
            PICKED_UP@0 DELIVERED@400                           | 500      | 48  |     |
            PICKED_UP@0 IN_TRANSIT@168                          | 168.001  | 48  | 168 |
            PICKED_UP@0 IN_TRANSIT@169                          | 170      | 48  |     |
            PICKED_UP@0 IN_TRANSIT@60                           | 168      | 48  |     | 168
            PICKED_UP@0 IN_TRANSIT@60                           | 168.001  | 48  | 168 |
            PICKED_UP@0 IN_TRANSIT@48                           | 50       |     |     | 96
            PICKED_UP@0 IN_TRANSIT@48.001                       | 50       | 48  |     | 168
            PICKED_UP@0 IN_TRANSIT@20 IN_TRANSIT@90 DELIVERED@91| 500      | 68  |     |
            PICKED_UP@0 EXPIRED@47 IN_TRANSIT@70                | 70       | 48  |     | 168
            PICKED_UP@0 UNKNOWN@40 IN_TRANSIT@70                | 70       |     |     | 118
            PICKED_UP@0 READY_FOR_PICKUP@30 DELIVERED@300       | 500      |     |     |
            PICKED_UP@0 RETURNING@30                            | 500      |     |     |
            PICKED_UP@0 LOST@30                                 | 500      |     |     |
            CANCELLED@0 PICKED_UP@1                             | 49.001   | 49  |     |
            PICKED_UP@0 IN_TRANSIT@40 IN_TRANSIT@80 IN_TRANSIT@120 IN_TRANSIT@160 DELIVERED@168     | 500 |     |     |
            PICKED_UP@0 IN_TRANSIT@40 IN_TRANSIT@80 IN_TRANSIT@120 IN_TRANSIT@160 DELIVERED@168.001 | 500 |     | 168 |
            PICKED_UP@0 IN_TRANSIT@40 IN_TRANSIT@80 IN_TRANSIT@120 IN_TRANSIT@160                   | 168 |     |     | 168
            PICKED_UP@0 IN_TRANSIT@40 IN_TRANSIT@80 IN_TRANSIT@120 IN_TRANSIT@160                   | 169 |     | 168 | 208
            """)
    void aParcelIsTooLongInTransitOrSilentWhenItsPatienceIsOverAndNotAMomentEarlier(
            String scans, double now, Long silentHour, Long transitHour, Long watchHour) {
        var findings = findings(scans(scans), hour(now));
        var all = findings.all();
        assertThat(hours(all, Occasion.NO_SCAN)).isEqualTo(list(silentHour));
        assertThat(hours(all, Occasion.IN_TRANSIT)).isEqualTo(list(transitHour));
        assertThat(findings.watchAt()).isEqualTo(Optional.ofNullable(watchHour).map(hours -> hour(hours)));
    }

    private static List<Object> list(Long hours) {
        return hours == null ? List.of() : List.of(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "CARRIER_LABEL_LOST,      LABEL_LOST",
        "CARRIER_DAMAGED,         DAMAGED",
        "CARRIER_LOST,            LOST",
        "CARRIER_MISSORTED,       MISSORTED",
        "CONSIGNEE_REFUSED,       REFUSED",
        "CONSIGNEE_WRONG_ADDRESS, WRONG_ADDRESS",
        "CONSIGNEE_UNREACHABLE,   UNREACHABLE",
        "CONSIGNEE_UNCLAIMED,     UNCLAIMED",
        "CARRIER_DELAYED,",
        "CARRIER_OTHER,",
        "CONSIGNEE_OTHER,",
        "CUSTOMS_HELD,",
        "WEATHER,",
        "SHIPPER_CANCELLED,",
        "SHIPPER_NOT_SENT,",
        "SHIPPER_OTHER,",
        "UNKNOWN,"
    })
    void eachWordOfACarrierOpensItsOwnIncidentOrNone(Incident incident, IncidentType type) {
        var found = findings(List.of(scan(incident, 3), scan(incident, 2)), hour(10))
                .all();
        assertThat(found).isEqualTo(type == null ? List.of() : List.of(new Finding(type, Occasion.SCANNED, hour(2))));
    }

    @Test
    void aLostScanOpensALossWhetherOrNotItNamesAnIncident() {
        assertThat(findings(scans("PICKED_UP@0 LOST@30"), hour(31)).all())
                .containsExactly(new Finding(IncidentType.LOST, Occasion.SCANNED, hour(30)));
    }

    @Test
    void anyOrderAndRepetitionOfTheSameScansFindsTheSame() {
        var random = new Random(SEED);
        for (int run = 0; run < 20_000; run++) {
            var scans = scans(random);
            var again = new ArrayList<>(scans);
            again.addAll(scans.subList(0, random.nextInt(scans.size() + 1)));
            Collections.shuffle(again, random);
            var now = hour(random.nextInt(400));
            assertThat(findings(again, now).all())
                    .as("run %d: %s", run, again)
                    .isEqualTo(findings(scans, now).all());
            assertThat(findings(again, now).watchAt())
                    .isEqualTo(findings(scans, now).watchAt());
        }
    }

    @Test
    void aParcelThatIsLookedAtWheneverItsWatchIsOverIsFoundAtEveryInstantAtWhichItIsFoundAtAll() {
        var random = new Random(SEED);
        for (int run = 0; run < 5_000; run++) {
            var scans = scans(random);
            var end = hour(1_000);
            var seen = new HashSet<Finding>();
            Instant now = hour(200);
            Optional<Instant> watch = Optional.of(now);
            while (watch.isPresent()) {
                now = watch.get().plusNanos(1_000);
                var looked = findings(scans, now);
                seen.addAll(looked.all());
                watch = looked.watchAt();
            }
            assertThat(seen)
                    .as("run %d: %s", run, scans)
                    .containsExactlyInAnyOrderElementsOf(findings(scans, end).all());
        }
    }

    @Test
    void aParcelOfWhichNothingIsEverHeardAgainIsTooLongOnce() {
        for (int hours = 49; hours < 1_000; hours++) {
            assertThat(findings(scans("PICKED_UP@0"), hour(hours)).all())
                    .containsExactly(new Finding(IncidentType.TOO_LONG, Occasion.NO_SCAN, hour(48)));
        }
    }

    private static List<Scan> scans(Random random) {
        var statuses = ScanStatus.values();
        var incidents = Incident.values();
        return Stream.concat(
                        Stream.of(scan(ScanStatus.PICKED_UP, random.nextInt(20))),
                        Stream.generate(() -> random.nextInt(4) == 0
                                        ? scan(incidents[random.nextInt(incidents.length)], random.nextInt(200))
                                        : scan(statuses[random.nextInt(statuses.length)], random.nextInt(200)))
                                .limit(random.nextInt(6)))
                .toList();
    }
}
