package org.shopscore.logistics.care.setting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.care.language.LanguageTag;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.problem.Refused;

/** What a shop wants otherwise than shipped; what it leaves out is as shipped. */
@Schema(name = "CareSettingsChoice")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SettingsChoice(
        @Schema(examples = "zh-CN") Optional<@LanguageTag String> language,
        Optional<Hours> quietHours,
        Map<Stage, Switch> stages) {

    @Schema(name = "QuietHours")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Hours(
            @Schema(examples = "22:00") Optional<LocalTime> from,
            @Schema(examples = "07:30") Optional<LocalTime> until,
            @Schema(examples = "Asia/Shanghai") Optional<ZoneId> zone) {

        QuietHours over(QuietHours shipped) {
            LocalTime begin = from.orElse(shipped.from());
            LocalTime end = until.orElse(shipped.until());
            if (begin.equals(end)) {
                throw Refused.field(
                        400, "invalid-field", "quietHours.until", "must be another time than quietHours.from", end);
            }
            return new QuietHours(begin, end, zone.orElse(shipped.zone()));
        }
    }

    @Schema(name = "StageSwitch")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Switch(Optional<Boolean> enabled, Optional<Channel> channel) {

        StageSetting over(StageSetting shipped) {
            return new StageSetting(enabled.orElse(shipped.enabled()), channel.orElse(shipped.channel()));
        }
    }

    SettingsChoice {
        stages = stages == null ? Map.of() : stages;
    }

    /** @throws Refused 400 when the quiet hours end when they begin */
    CareSettings over(CareSettings shipped) {
        var chosen = new EnumMap<Stage, StageSetting>(Stage.class);
        stages.forEach((stage, one) -> chosen.put(stage, one.over(shipped.of(stage))));
        return shipped.with(
                language.orElse(shipped.language()),
                quietHours.map(hours -> hours.over(shipped.quietHours())).orElse(shipped.quietHours()),
                chosen);
    }
}
