package org.shopscore.logistics.masking;

import java.util.List;

/** What masks texts, for the tests of those that use it. */
public final class PureMasking {

    public static List<Class<?>> classes() {
        return List.of(
                Characters.class,
                Masking.class,
                Names.class,
                Numbers.class,
                PlainWords.class,
                Rule.class,
                Surnames.class,
                Trigger.class);
    }

    private PureMasking() {}
}
