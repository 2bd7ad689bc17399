package org.shopscore.logistics.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;

class MovesTest {

    private static final Instant AT = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant LATER = AT.plusSeconds(86_400);

    private static final ShipmentIncident.Open OPEN =
            ShipmentIncident.opened(new Occurrence(IncidentType.DAMAGED, Occasion.SCANNED, Fault.CARRIER, AT));

    private static final ShipmentIncident.InTrace IN_TRACE = OPEN.takenBy("agent-7");

    private static final List<ShipmentIncident> STATES =
            List.of(OPEN, IN_TRACE, IN_TRACE.closed(LATER), IN_TRACE.withdrawn(LATER, "重复登记"), OPEN.disproved());

    private static final Map<String, Move> MOVES = moves();

    /** The whole machine: what is not in the table is not allowed. */
    private static final String MACHINE = """
            OPEN assign IN_TRACE
            OPEN attribute OPEN
            OPEN withdraw WITHDRAWN
            OPEN withdraw-otherwise WITHDRAWN
            OPEN prove OPEN
            OPEN disprove DISPROVED
            IN_TRACE assign IN_TRACE
            IN_TRACE attribute IN_TRACE
            IN_TRACE contact IN_TRACE
            IN_TRACE reship IN_TRACE
            IN_TRACE ask-refund IN_TRACE
            IN_TRACE compensate IN_TRACE
            IN_TRACE close CLOSED
            IN_TRACE close-otherwise CLOSED
            IN_TRACE withdraw WITHDRAWN
            IN_TRACE withdraw-otherwise WITHDRAWN
            IN_TRACE prove IN_TRACE
            IN_TRACE disprove DISPROVED
            CLOSED attribute CLOSED
            CLOSED close CLOSED
            CLOSED withdraw WITHDRAWN
            CLOSED withdraw-otherwise WITHDRAWN
            CLOSED prove CLOSED
            CLOSED disprove DISPROVED
            WITHDRAWN withdraw WITHDRAWN
            DISPROVED prove OPEN
            """;

    private static Map<String, Move> moves() {
        var moves = new LinkedHashMap<String, Move>();
        moves.put("assign", Move.assign("agent-8"));
        moves.put("attribute", Move.attribute(Fault.MERCHANT));
        moves.put("contact", Move.contact());
        moves.put("reship", Move.settle(new Remedy.Reship("shipment-2")));
        moves.put("ask-refund", Move.settle(new Remedy.RefundAsked(AT)));
        moves.put("compensate", Move.settle(new Remedy.CarrierCompensation(1250, "CNY")));
        moves.put("close", Move.close(LATER));
        moves.put("close-otherwise", Move.close(LATER.plusSeconds(1)));
        moves.put("withdraw", Move.withdraw(LATER.plusSeconds(1), "重复登记"));
        moves.put("withdraw-otherwise", Move.withdraw(LATER, "看错包裹"));
        moves.put("prove", Move.prove(AT.minusSeconds(60)));
        moves.put("disprove", Move.disprove());
        return moves;
    }

    @Test
    void everyStateAllowsTheMovesOfTheMachineAndNoOther() {
        var allowed = STATES.stream()
                .flatMap(state -> MOVES.entrySet().stream()
                        .peek(move -> print(state, move))
                        .filter(move -> move.getValue().on(state).isPresent())
                        .map(move -> line(state, move)))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(allowed).isEqualTo(MACHINE);
    }

    private static void print(ShipmentIncident state, Map.Entry<String, Move> move) {
        System.out.printf(
                "%-9s %-18s -> %s%n",
                IncidentState.of(state),
                move.getKey(),
                move.getValue()
                        .on(state)
                        .map(IncidentState::of)
                        .map(IncidentState::name)
                        .orElse("not allowed"));
    }

    private static String line(ShipmentIncident state, Map.Entry<String, Move> move) {
        var to = move.getValue().on(state).orElseThrow();
        return IncidentState.of(state) + " " + move.getKey() + " " + IncidentState.of(to);
    }

    @Test
    void oneThatEvidenceBringsBackIsAsItWasAndBearsTheNewInstant() {
        var closed = IN_TRACE.settled(new Remedy.Reship("shipment-2")).closed(LATER);
        var back = Move.disprove()
                .on(closed)
                .flatMap(Move.prove(AT.minusSeconds(60))::on)
                .orElseThrow();
        assertThat(back).isEqualTo(closed.proved(AT.minusSeconds(60)));
        assertThat(back.occurrence().openedAt()).isEqualTo(AT.minusSeconds(60));
    }

    @Test
    void ofOneKindOfRemedyTheLastWordCountsAndKindsStandSideBySide() {
        var settled = IN_TRACE.settled(new Remedy.CarrierCompensation(100, "CNY"))
                .settled(new Remedy.RefundAsked(AT))
                .settled(new Remedy.CarrierCompensation(250, "CNY"))
                .handedTo("agent-9");
        assertThat(settled.by().owner()).isEqualTo("agent-9");
        assertThat(settled.by().remedies().compensation()).hasValue(new Remedy.CarrierCompensation(250, "CNY"));
        assertThat(settled.by().remedies().refundAsked()).isPresent();
        assertThat(settled.by().remedies().reship()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LABEL_LOST,    1",
        "DAMAGED,       1",
        "LOST,          1",
        "TOO_LONG,      1",
        "MISSORTED,     0",
        "REFUSED,       0",
        "WRONG_ADDRESS, 0",
        "UNREACHABLE,   0",
        "UNCLAIMED,     0"
    })
    void theFourMeasuredKindsCountOnTheDayTheyHappened(IncidentType type, long amount) {
        var incident = ShipmentIncident.opened(new Occurrence(type, Occasion.BY_HAND, type.usualFault(), AT));
        assertThat(IncidentMeasures.of(incident))
                .isEqualTo(Contribution.none().plus(AT, Measures.SHIPMENT_EXCEPTIONS, amount));
    }

    @Test
    void oneThatDidNotHappenCountsForNothingAndAClosedOneStillDoes() {
        var one = Contribution.none().plus(AT, Measures.SHIPMENT_EXCEPTIONS, 1);
        assertThat(STATES.stream().map(IncidentMeasures::of).toList())
                .containsExactly(one, one, one, Contribution.none(), Contribution.none());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void onlyForceMajeureTakesALostParcelOutOfTheMeasures(Fault fault) {
        for (IncidentType type : IncidentType.values()) {
            var incident = ShipmentIncident.opened(new Occurrence(type, Occasion.BY_HAND, fault, AT));
            boolean excluded = type == IncidentType.LOST && fault == Fault.FORCE_MAJEURE;
            assertThat(IncidentMeasures.lostByForceMajeureAt(incident).isPresent())
                    .as("%s by %s", type, fault)
                    .isEqualTo(excluded);
            assertThat(IncidentMeasures.lostByForceMajeureAt(incident.withdrawn(LATER, "找到了")))
                    .isEmpty();
        }
    }
}
