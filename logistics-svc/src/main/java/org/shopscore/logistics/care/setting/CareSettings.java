package org.shopscore.logistics.care.setting;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.logistics.care.stage.Stage;

/**
 * How a shop's order care goes about.
 *
 * @param language of a buyer who has chosen none, a BCP 47 tag
 * @param stages   one entry a stage
 */
public record CareSettings(String language, QuietHours quietHours, SortedMap<Stage, StageSetting> stages) {

    public CareSettings {
        requireNonNull(language, "language");
        requireNonNull(quietHours, "quietHours");
        if (!stages.keySet().equals(EnumSet.allOf(Stage.class))) {
            throw new IllegalArgumentException("each stage must have its setting, only these had: " + stages.keySet());
        }
        stages = new TreeMap<>(stages);
    }

    public StageSetting of(Stage stage) {
        return stages.get(stage);
    }

    /** These, with other settings for some stages. */
    CareSettings with(String language, QuietHours quietHours, Map<Stage, StageSetting> others) {
        var all = new EnumMap<Stage, StageSetting>(stages);
        all.putAll(others);
        return new CareSettings(language, quietHours, new TreeMap<>(all));
    }
}
