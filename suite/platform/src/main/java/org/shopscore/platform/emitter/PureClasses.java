package org.shopscore.platform.emitter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The pure files of a feature know the language, the contract and their own kind. */
public final class PureClasses {

    private PureClasses() {}

    /** @throws AssertionError naming each dependency on anything else */
    public static void check(Class<?>... pure) {
        rule(Set.of(pure)).check(new ClassFileImporter().importPackagesOf(pure));
    }

    private static ArchRule rule(Set<Class<?>> pure) {
        var itself = DescribedPredicate.<JavaClass>describe(
                "pure",
                type -> pure.stream()
                        .anyMatch(
                                one -> isPartOf(one, type.getBaseComponentType().getName())));
        return classes()
                .that(itself)
                .should()
                .onlyDependOnClassesThat(
                        itself.or(JavaClass.Predicates.resideInAnyPackage("java..", "org.shopscore.metric")));
    }

    private static boolean isPartOf(Class<?> pure, String name) {
        return name.equals(pure.getName()) || name.startsWith(pure.getName() + "$");
    }
}
