package org.shopscore.logistics.care.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.logistics.care.stage.Stage;

class ShippedTemplatesTest {

    private final ShippedTemplates shipped = new ShippedTemplates(new ObjectMapper());

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void eachStageHasATextThatAShopCouldHaveWritten(String language) {
        assertThat(shipped.all().get(language).keySet()).isEqualTo(EnumSet.allOf(Stage.class));
        shipped.all()
                .get(language)
                .forEach((stage, text) -> assertThat(TemplateText.read(text).longest())
                        .as(stage.name())
                        .isPositive());
    }
}
