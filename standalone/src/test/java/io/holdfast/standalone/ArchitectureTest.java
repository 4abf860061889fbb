package io.holdfast.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.slf4j.Logger;

/** The rules of docs/map.md for the whole system. A rule that matches no class fails (archunit.properties). */
@AnalyzeClasses(packages = "io.holdfast", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] LANGUAGE = {
        "io.holdfast.actor..",
        "io.holdfast.query..",
        "io.holdfast.shipment..",
        "io.holdfast.targeting..",
        "io.holdfast.value.."
    };

    /** The packages whose exceptions end in Exception and whose loggers are named LOG. */
    private static final String[] NAMED_ALIKE = {"io.holdfast.."};

    @ArchTest
    static final ArchRule the_language_needs_nothing_but_the_jdk_and_jspecify = classes()
            .that()
            .resideInAnyPackage(LANGUAGE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE).or(resideInAnyPackage("java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule the_event_log_knows_no_customs_words = noClasses()
            .that()
            .resideInAPackage("io.holdfast.eventstore..")
            .should()
            .dependOnClassesThat(ours().and(resideOutsideOf("io.holdfast.eventstore..")));

    @ArchTest
    static final ArchRule the_embedded_server_knows_nobody = noClasses()
            .that()
            .resideInAPackage("io.holdfast.embeddedmongo..")
            .should()
            .dependOnClassesThat(ours().and(resideOutsideOf("io.holdfast.embeddedmongo..")));

    @ArchTest
    static final ArchRule what_both_sides_share_knows_neither = noClasses()
            .that()
            .resideInAPackage("io.holdfast.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.holdfast.command..",
                    "io.holdfast.projection..",
                    "io.holdfast.eventstore..",
                    "io.holdfast.embeddedmongo..",
                    "io.holdfast.standalone..");

    @ArchTest
    static final ArchRule commands_do_not_ask_projections = noClasses()
            .that()
            .resideInAPackage("io.holdfast.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.holdfast.projection..", "io.holdfast.embeddedmongo..", "io.holdfast.standalone..");

    @ArchTest
    static final ArchRule projections_do_not_send_commands = noClasses()
            .that()
            .resideInAPackage("io.holdfast.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.holdfast.command..",
                    "io.holdfast.embeddedmongo..",
                    "io.holdfast.standalone..",
                    "org.axonframework.commandhandling..");

    /**
     * Projections fold with the state that shared-api defines; they do not depend on the rules for deciding commands.
     */
    @ArchTest
    static final ArchRule projections_fold_and_never_decide = noClasses()
            .that()
            .resideInAPackage("io.holdfast.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.holdfast.shipment.command..", "io.holdfast.command..");

    @ArchTest
    static final ArchRule the_state_is_made_by_events_alone = classes()
            .that()
            .resideInAnyPackage("io.holdfast.shipment.state..", "io.holdfast.shipment.clock..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.holdfast.actor",
                    "io.holdfast.value",
                    "io.holdfast.shipment",
                    "io.holdfast.shipment.declaration",
                    "io.holdfast.shipment.event",
                    "io.holdfast.shipment.clock",
                    "io.holdfast.shipment.state"));

    @ArchTest
    static final ArchRule identifiers_and_kinds_know_no_room_of_shipments = noClasses()
            .that()
            .resideInAPackage("io.holdfast.shipment")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.holdfast.shipment.*..");

    @ArchTest
    static final ArchRule the_rooms_of_shipments_form_no_cycle =
            slices().matching("io.holdfast.shipment.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_projection_imports_another = slices().matching("io.holdfast.projection.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    resideInAnyPackage("io.holdfast.projection.support..", "io.holdfast.projection.answer.."));

    @ArchTest
    static final ArchRule the_domain_is_pure = classes()
            .that()
            .resideInAPackage("io.holdfast.command..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE)
                    .or(resideInAnyPackage("java..", "org.jspecify..", "io.holdfast.command..domain..")));

    @ArchTest
    static final ArchRule the_driver_stays_in_mongo_packages = noClasses()
            .that(ours().and(resideOutsideOf(
                    "..mongo..",
                    "io.holdfast.eventstore..",
                    "io.holdfast.embeddedmongo..",
                    "io.holdfast.standalone.log..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    /**
     * Except for what starts it (benchmarks) and what verifies, exports and proves it (standalone); see the next rule.
     */
    @ArchTest
    static final ArchRule the_event_log_is_known_by_its_api = noClasses()
            .that(ours().and(resideOutsideOf(
                    "io.holdfast.eventstore..", "io.holdfast.benchmarks..", "io.holdfast.standalone..")))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("io.holdfast.eventstore..").and(resideOutsideOf("io.holdfast.eventstore.api")));

    @ArchTest
    static final ArchRule nobody_uses_the_inside_of_the_event_log = noClasses()
            .that(ours().and(resideOutsideOf("io.holdfast.eventstore..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.holdfast.eventstore..")
                    .and(resideOutsideOf(
                            "io.holdfast.eventstore",
                            "io.holdfast.eventstore.api",
                            "io.holdfast.eventstore.integrity")));

    @ArchTest
    static final ArchRule nobody_uses_the_inside_of_the_embedded_server = noClasses()
            .that(ours().and(resideOutsideOf("io.holdfast.embeddedmongo..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.holdfast.embeddedmongo..")
                    .and(resideOutsideOf("io.holdfast.embeddedmongo")));

    @ArchTest
    static final ArchRule modules_form_no_cycle =
            slices().matching("io.holdfast.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rooms_of_a_module_form_no_cycle =
            slices().matching("io.holdfast.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("io.holdfast.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule exceptions_are_called_so = classes()
            .that(resideInAnyPackage(NAMED_ALIKE).and(assignableTo(Throwable.class)))
            .should()
            .haveSimpleNameEndingWith("Exception");

    @ArchTest
    static final ArchRule loggers_are_called_alike = fields().that()
            .areDeclaredInClassesThat(resideInAnyPackage(NAMED_ALIKE))
            .and()
            .haveRawType(Logger.class)
            .and()
            .areStatic()
            .should()
            .haveName("LOG")
            .andShould()
            .bePrivate()
            .andShould()
            .beFinal();

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAnyPackage("io.holdfast..");
    }

    private static DescribedPredicate<JavaClass> resideOutsideOf(String... packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }
}
