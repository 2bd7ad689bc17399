package org.shopscore.logistics.masking;

import org.junit.jupiter.api.Test;
import org.shopscore.platform.emitter.PureClasses;

class PureClassesTest {

    @Test
    void maskingKnowsTheLanguageAlone() {
        PureClasses.check(PureMasking.classes().toArray(Class<?>[]::new));
    }
}
