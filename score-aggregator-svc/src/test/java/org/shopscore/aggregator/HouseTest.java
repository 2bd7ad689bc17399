package org.shopscore.aggregator;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.house.here.Here;
import org.shopscore.aggregator.house.there.There;

/** Who reads one package has to read those that it depends on, and never comes back to where he began. */
class HouseTest {

    private static final ArchRule NO_CYCLES =
            slices().matching("org.shopscore.aggregator.(**)").should().beFreeOfCycles();

    @Test
    void noPackageDependsOnOneThatDependsOnIt() {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.shopscore.aggregator");

        assertThat(service).hasSizeGreaterThan(400);
        NO_CYCLES.check(service);
    }

    @Test
    void theRuleCatchesTwoThatDependOnEachOther() {
        JavaClasses wrong = new ClassFileImporter().importClasses(Here.class, There.class);

        assertThat(NO_CYCLES.evaluate(wrong).hasViolation()).isTrue();
    }
}
