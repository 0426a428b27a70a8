package io.tillflow.connectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import io.tillflow.processes.JobType;
import io.tillflow.processes.OfferedJobType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use whom. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillflow");

    @ParameterizedTest
    @ValueSource(strings = {"payments", "shipping", "suppliers", "commerce", "messaging", "ai", "data", "provider"})
    void aFamilyKnowsOnlyTheModelsTheRulesAndWhatAllFamiliesShare(String family) {
        String own = "io.tillflow.connectors." + family + "..";
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.tillflow..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(
                                own,
                                "io.tillflow.connectors.provider..",
                                "io.tillflow.plumbing..",
                                "io.tillflow.processes..",
                                "io.tillflow.rules..",
                                "io.tillflow.decisions..")))
                .check(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments", "shipping", "suppliers", "commerce", "messaging", "ai", "data", "provider"})
    void aFamilyKnowsNoZeebe(String family) {
        noClasses()
                .that()
                .resideInAPackage("io.tillflow.connectors." + family + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.camunda..")
                .check(OURS);
    }

    @Test
    void aPortKnowsNoProvider() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.tillflow.connectors.payments",
                        "io.tillflow.connectors.shipping",
                        "io.tillflow.connectors.suppliers",
                        "io.tillflow.connectors.commerce",
                        "io.tillflow.connectors.messaging",
                        "io.tillflow.connectors.data.files",
                        "io.tillflow.connectors.data.analytics",
                        "io.tillflow.connectors.ai")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..sandbox..",
                        "..rest..",
                        "..smtp..",
                        "..mailbox..",
                        "..stripe..",
                        "..twilio..",
                        "..slack..",
                        "..easypost..",
                        "..shopify..",
                        "..files.local..",
                        "..files.s3..",
                        "..analytics.local..",
                        "..posthog..",
                        "..langchain..",
                        "..ai.local..")
                .check(OURS);
    }

    @Test
    void workersCallPortsAndNoProviders() {
        noClasses()
                .that()
                .resideInAPackage("..workers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..sandbox..",
                        "..rest..",
                        "..smtp..",
                        "..mailbox..",
                        "..langchain..",
                        "..intake..",
                        "..dispatch..")
                .check(OURS);
    }

    @Test
    void onlyTheAppsOwnPackagesTouchTheBroker() {
        noClasses()
                .that()
                .resideInAPackage("io.tillflow.connectors..")
                .and()
                .resideOutsideOfPackages(
                        "..workers..", "..dispatch..", "..deployment..", "..catalogue..", "..gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.camunda..")
                .check(OURS);
    }

    @Test
    void everyJobTypeOfTheModelsHasItsWorkerAndTheReverse() {
        Set<String> worked = OURS.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(JobWorker.class))
                .map(ArchitectureTest::jobType)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Stream.of(JobType.class, OfferedJobType.class)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .map(ArchitectureTest::constant)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(worked).isEqualTo(named);
    }

    private static String jobType(JavaMethod method) {
        return method.getAnnotationOfType(JobWorker.class).type();
    }

    private static String constant(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
