package org.shopscore.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    @Test
    void everyConstantHasItsOneOwner() {
        assertThat(Measures.names()).hasSize(57).isEqualTo(constants());
    }

    @Test
    void everyNameIsLowerKebab() {
        assertThat(Measures.names()).allMatch(name -> Change.NAME.matcher(name).matches());
    }

    private static Set<String> constants() {
        var names = new TreeSet<String>();
        Arrays.stream(Measures.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .forEach(field -> names.add(value(field)));
        return names;
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
