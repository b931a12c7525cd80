package io.newsledger.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.avro.specific.SpecificRecordBase;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.newsledger", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArrowsTest {
  private static final String[] STAGES = {
    "io.newsledger.producer..",
    "io.newsledger.enrichment..",
    "io.newsledger.aggregation..",
    "io.newsledger.query..",
    "io.newsledger.broker.."
  };

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_COMMAND =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.newsledger.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.newsledger.app..");

  @ArchTest
  static final ArchRule STAGES_MEET_ON_TOPICS_ONLY =
      slices()
          .matching("io.newsledger.(producer|enrichment|aggregation|query|broker)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule WHAT_STAGES_STAND_ON_KNOWS_NO_STAGE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.newsledger.events..", "io.newsledger.extraction..", "io.newsledger.weighing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STAGES);

  @ArchTest
  static final ArchRule EVENTS_KNOW_NEITHER_READING_NOR_WEIGHING =
      noClasses()
          .that()
          .resideInAPackage("io.newsledger.events..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.newsledger.extraction..", "io.newsledger.weighing..");

  @ArchTest
  static final ArchRule EXTRACTION_READS_TEXT_ONLY =
      noClasses()
          .that()
          .resideInAPackage("io.newsledger.extraction..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.apache.avro..",
              "io.newsledger.events..",
              "io.newsledger.weighing..");

  @ArchTest
  static final ArchRule WEIGHING_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("io.newsledger.weighing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.newsledger.extraction..");

  @ArchTest
  static final ArchRule ONLY_ENRICHMENT_AND_THE_COMMAND_READ_TEXT =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.newsledger.producer..",
              "io.newsledger.aggregation..",
              "io.newsledger.query..",
              "io.newsledger.broker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.newsledger.extraction..");

  @ArchTest
  static final ArchRule GENERATED_TYPES_COME_FROM_EVENTS =
      classes()
          .that()
          .areAssignableTo(SpecificRecordBase.class)
          .and(resideInAPackage("io.newsledger.."))
          .should()
          .resideInAPackage("io.newsledger.events");
}
