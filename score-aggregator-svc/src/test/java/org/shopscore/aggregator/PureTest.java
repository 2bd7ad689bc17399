package org.shopscore.aggregator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.impure.ReadsTheClock;

/** The policy, the score and what is made of scores depend on their arguments alone. */
class PureTest {

    private static final String[] PACKAGES = {
        "org.shopscore.aggregator.policy",
        "org.shopscore.aggregator.policy.metric",
        "org.shopscore.aggregator.policy.entitlement",
        "org.shopscore.aggregator.policy.plan",
        "org.shopscore.aggregator.policy.diff",
        "org.shopscore.aggregator.policy.effect",
        "org.shopscore.aggregator.score",
        "org.shopscore.aggregator.score.metric",
        "org.shopscore.aggregator.score.shop",
        "org.shopscore.aggregator.score.window",
        "org.shopscore.aggregator.entitlement",
        "org.shopscore.aggregator.explanation.breakdown",
        "org.shopscore.aggregator.whatif.ways",
        "org.shopscore.aggregator.benchmark",
        "org.shopscore.aggregator.lookup.memory",
        "org.shopscore.aggregator.shop.table"
    };

    private static final ArchRule IMPORTS_ARE_PURE = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PACKAGES)
                    .or(resideInAnyPackage(
                            "java.lang..",
                            "java.math",
                            "java.nio..",
                            "java.time..",
                            "java.util..",
                            "org.shopscore.metric")))
            .as(
                    "the policy, the score, what is made of scores and the memory of lookups import java.*, the contract and each other only");

    private static final ArchRule NOTHING_ASKS_THE_CLOCK =
            com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    private static final JavaClasses PURE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PACKAGES)
            .that(resideInAnyPackage(PACKAGES));

    @Test
    void policyAndScoreImportNothingElse() {
        assertThat(PURE).hasSizeGreaterThan(40);
        IMPORTS_ARE_PURE.check(PURE);
        NOTHING_ASKS_THE_CLOCK.check(PURE);
    }

    @Test
    void theRulesCatchAClassThatBreaksThem() {
        JavaClasses wrong = new ClassFileImporter().importClasses(ReadsTheClock.class);

        assertThat(IMPORTS_ARE_PURE.evaluate(wrong).hasViolation()).isTrue();
        assertThat(NOTHING_ASKS_THE_CLOCK.evaluate(wrong).hasViolation()).isTrue();
    }
}
