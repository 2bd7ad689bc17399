package org.shopscore.logistics.care.template;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shopscore.logistics.care.stage.Stage;

/** The texts that every shop has: {@code care/templates.json}. */
@Singleton
class ShippedTemplates {

    private static final TypeReference<TreeMap<String, EnumMap<Stage, String>>> BY_LANGUAGE = new TypeReference<>() {};

    private final Map<String, EnumMap<Stage, String>> texts;

    ShippedTemplates(ObjectMapper json) {
        try (var file = ShippedTemplates.class.getResourceAsStream("/care/templates.json")) {
            texts = json.readValue(file, BY_LANGUAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> text(Stage stage, String language) {
        return Optional.ofNullable(texts.get(language)).map(stages -> stages.get(stage));
    }

    /** By language, then by stage. */
    Map<String, EnumMap<Stage, String>> all() {
        return texts;
    }
}
