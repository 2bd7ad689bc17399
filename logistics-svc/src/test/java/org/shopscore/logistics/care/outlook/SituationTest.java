package org.shopscore.logistics.care.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shopscore.logistics.care.message.SkipReason;
import org.shopscore.logistics.care.setting.CareSettings;
import org.shopscore.logistics.care.setting.Channel;
import org.shopscore.logistics.care.setting.QuietHours;
import org.shopscore.logistics.care.setting.StageSetting;
import org.shopscore.logistics.care.stage.Reached;
import org.shopscore.logistics.care.stage.Stage;

class SituationTest {

    private static final Duration OLDEST = Duration.ofHours(24);
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-03-01T15:00:00Z");
    private static final Situation.OrderNow FINE = new Situation.OrderNow(false, false);
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void byDayAMessageIsSentOnTheChannelOfItsStage() {
        assertThat(shipped(NOON).decide(NOON, OLDEST)).isEqualTo(new Decision.Send(Channel.SMS));
    }

    @Test
    void byNightAMessageWaitsForTheMorning() {
        assertThat(shipped(NIGHT).decide(NIGHT, OLDEST)).isEqualTo(new Decision.Wait(MORNING));
        assertThat(shipped(NIGHT).decide(MORNING, OLDEST)).isEqualTo(new Decision.Send(Channel.SMS));
    }

    @Test
    void aMessageThatWaitedIsNotSentWhenItWasOvertakenMeanwhile() {
        var overtaken = new Situation(
                reached(Stage.SHIPPED, NIGHT),
                List.of(reached(Stage.SHIPPED, NIGHT), reached(Stage.PICKED_UP, NIGHT.plusSeconds(60))),
                FINE,
                settings(true),
                false);

        assertThat(overtaken.decide(MORNING, OLDEST)).isEqualTo(new Decision.Skip(SkipReason.OVERTAKEN));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "86400, false", "86401, true", "31536000, true"})
    void aStageOlderThanAllowedIsNoNews(long seconds, boolean tooOld) {
        var decision = shipped(NOON.minusSeconds(seconds)).decide(NOON, OLDEST);

        assertThat(decision.equals(new Decision.Skip(SkipReason.TOO_OLD))).isEqualTo(tooOld);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void ofACancelledOrderNothingIsTold(Stage stage) {
        var cancelled = new Situation(
                reached(stage, NOON), List.of(), new Situation.OrderNow(true, true), settings(true), false);

        assertThat(cancelled.decide(NOON, OLDEST)).isEqualTo(new Decision.Skip(SkipReason.ORDER_CANCELLED));
    }

    @Test
    void aStageThatTheShopHasSwitchedOffIsNotToldEvenByNight() {
        var off = new Situation(reached(Stage.SHIPPED, NIGHT), List.of(), FINE, settings(false), false);

        assertThat(off.decide(NIGHT, OLDEST)).isEqualTo(new Decision.Skip(SkipReason.SWITCHED_OFF));
    }

    @Test
    void aBuyerWhoHasOptedOutIsNotTold() {
        var optedOut = new Situation(reached(Stage.SHIPPED, NOON), List.of(), FINE, settings(true), true);

        assertThat(optedOut.decide(NOON, OLDEST)).isEqualTo(new Decision.Skip(SkipReason.OPTED_OUT));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void anExceptionIsToldAsLongAsSomethingIsWrong(boolean troubled, boolean over) {
        var exception = new Situation(
                reached(Stage.EXCEPTION, NOON),
                List.of(),
                new Situation.OrderNow(false, troubled),
                settings(true),
                false);

        assertThat(exception.decide(NOON, OLDEST).equals(new Decision.Skip(SkipReason.EXCEPTION_OVER)))
                .isEqualTo(over);
    }

    private static Situation shipped(Instant at) {
        return new Situation(
                reached(Stage.SHIPPED, at),
                List.of(reached(Stage.PAID, at.minusSeconds(60)), reached(Stage.SHIPPED, at)),
                FINE,
                settings(true),
                false);
    }

    private static Reached reached(Stage stage, Instant at) {
        return new Reached(stage, at);
    }

    private static CareSettings settings(boolean enabled) {
        return new CareSettings(
                "zh-CN",
                new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai")),
                Arrays.stream(Stage.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                _ -> new StageSetting(enabled, Channel.SMS),
                                (one, _) -> one,
                                TreeMap::new)));
    }
}
