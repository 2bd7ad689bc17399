package org.shopscore.logistics.care.template;

import org.junit.jupiter.api.Test;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void aTextIsReadAndRenderedByTheLanguageAndTheContractAlone() {
        PureClasses.check(CarrierName.class, Placeholder.class, Template.class, TemplateText.class, ToldOrder.class);
    }
}
