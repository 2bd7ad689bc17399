package org.shopscore.logistics.webhook.vocabulary;

import java.util.List;

/** The pure classes of the package, for the rule that keeps them so. */
public final class PureVocabulary {

    public static List<Class<?>> classes() {
        return List.of(CarrierCodes.class, Code.class, DataFile.class, Meaning.class, StatusCodes.class);
    }

    private PureVocabulary() {}
}
