package org.shopscore.logistics.care.setting;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What holds for a shop as long as it has chosen nothing else: {@code care/settings.json}. */
@Singleton
class ShippedSettings {

    private final CareSettings settings;

    ShippedSettings(ObjectMapper json) {
        try (var file = ShippedSettings.class.getResourceAsStream("/care/settings.json")) {
            settings = json.readValue(file, CareSettings.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CareSettings settings() {
        return settings;
    }
}
