package org.shopscore.customerservice.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PureClassesTest {

    private static final Set<Class<?>> PURE = Set.of(
            Message.class,
            Session.class,
            SessionKey.class,
            Turn.class,
            TurnEvents.class,
            TurnMeasures.class,
            Turns.class);

    /** The pure file of a feature knows the language, the contract and its own kind. */
    private static ArchRule pure(Set<Class<?>> pure) {
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

    @Test
    void theRulesOfASessionKnowTheLanguageAndTheContractAlone() {
        var imported = new ClassFileImporter().importPackagesOf(Session.class);
        PURE.forEach(
                type -> assertThat(imported.contain(type)).as(type.getName()).isTrue());
        pure(PURE).check(imported);
    }

    @Test
    void theRuleCatchesAPureClassThatReachesForALogger() {
        var result =
                pure(Set.of(TalkativeRule.class)).evaluate(new ClassFileImporter().importClasses(TalkativeRule.class));
        assertThat(result.hasViolation()).isTrue();
    }
}
