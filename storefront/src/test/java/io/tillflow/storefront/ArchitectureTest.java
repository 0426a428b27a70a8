package io.tillflow.storefront;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SHOP = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillflow.storefront");

    @Test
    void knowsNoProcessEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.camunda..", "io.grpc..", "io.tillflow.engine..", "io.tillflow.connectors..")
                .check(SHOP);
    }

    @Test
    void whatTheShopDoesKnowsNeitherPagesNorApi() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..storefront.web..", "..storefront.api..", "io.tillflow.storefront")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..storefront.web..", "..storefront.api..")
                .check(SHOP);
    }

    @Test
    void packagesFormNoCircles() {
        slices().matching("io.tillflow.storefront.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SHOP);
    }
}
