package io.holdfast.command;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.holdfast.runtime.security.RequiresPermission;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The allowed dependencies between packages of the command side. A rule that matches no class fails
 * (archRule.failOnEmptyShould).
 */
@AnalyzeClasses(packages = "io.holdfast.command", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_domain_is_pure_java = classes()
            .that()
            .resideInAPackage("io.holdfast.command.shipment.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations",
                    "io.holdfast.shipment..",
                    "io.holdfast.targeting",
                    "io.holdfast.value",
                    "io.holdfast.actor",
                    "io.holdfast.command.shipment.domain.."));

    @ArchTest
    static final ArchRule the_arithmetic_of_retuning_is_pure_java = classes()
            .that()
            .resideInAPackage("io.holdfast.command.retuning.fit")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify.annotations", "io.holdfast.command.retuning.fit"));

    /** Retuning proposes drafts; none of its classes even depends on the command that activates one. */
    @ArchTest
    static final ArchRule retuning_never_activates = noClasses()
            .that()
            .resideInAPackage("io.holdfast.command.retuning..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.holdfast\\.targeting\\.(RuleSetCommand.*|DraftCommand\\$(Approve|Propose).*)");

    @ArchTest
    static final ArchRule the_domain_asks_no_clock = noClasses()
            .that()
            .resideInAPackage("io.holdfast.command.shipment.domain..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class);

    @ArchTest
    static final ArchRule nothing_outside_of_a_web_package_knows_it = noClasses()
            .that(not(resideInAPackage("..web..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.holdfast.command..web..");

    @ArchTest
    static final ArchRule web_packages_do_not_know_each_other_nor_the_aggregate = noClasses()
            .that()
            .resideInAPackage("io.holdfast.command.shipment.web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.holdfast.command.intake..", "io.holdfast.command.targeting..");

    @ArchTest
    static final ArchRule targeting_knows_neither_shipments_nor_intake = noClasses()
            .that()
            .resideInAPackage("io.holdfast.command.targeting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.holdfast.command.shipment..", "io.holdfast.command.intake..");

    @ArchTest
    static final ArchRule shipments_do_not_know_intake = noClasses()
            .that()
            .resideInAPackage("io.holdfast.command.shipment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.holdfast.command.intake..");

    @ArchTest
    static final ArchRule nobody_waits_for_what_happens_by_itself = noClasses()
            .that()
            .resideOutsideOfPackage("io.holdfast.command.automation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.holdfast.command.automation..");

    @ArchTest
    static final ArchRule the_event_log_is_known_by_its_api_only = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.holdfast.eventstore..")
                    .and(not(resideInAPackage("io.holdfast.eventstore.api"))));

    @ArchTest
    static final ArchRule neither_database_nor_query_side_is_compiled_against = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.holdfast.embeddedmongo..", "io.holdfast.projection..");

    @ArchTest
    static final ArchRule the_driver_stays_in_mongo_packages = noClasses()
            .that()
            .resideOutsideOfPackage("..mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bson..", "com.mongodb..");

    @ArchTest
    static final ArchRule every_mapped_method_says_who_may_call_it = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should()
            .beAnnotatedWith(RequiresPermission.class);

    @ArchTest
    static final ArchRule controllers_live_in_web_packages =
            classes().that().areAnnotatedWith(RestController.class).should().resideInAPackage("..web");
}
