package org.palimpsest;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house plan as rules; the README's table of rooms is the same in prose. */
class ArchitectureTest {
  private static final String ROOT = "org.palimpsest.";

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.palimpsest");

  /** Every room may also use {@code tasks}, because it reports progress and is cancelled. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evidence      |",
        "imaging       |",
        "registry      | evidence",
        "vision        | imaging registry",
        "heatmap       | imaging vision",
        "casework      | evidence imaging registry vision heatmap",
        "report        | casework heatmap imaging evidence registry evaluation",
        "evaluation    | imaging vision registry evidence",
        "training      | imaging registry vision evaluation",
        "samples       | imaging training.data evidence",
        "tasks         |",
        "settings      |",
        "machine       |",
        "cli           | evidence imaging registry vision heatmap casework report evaluation"
            + " training samples settings machine",
        "ui            | evidence imaging registry vision heatmap casework report evaluation"
            + " training samples settings machine",
      })
  void aRoomImportsOnlyTheRoomsBelowIt(String room, String below) {
    String[] allowed =
        Stream.concat(
                Stream.of(room, "tasks"),
                below == null ? Stream.of() : Arrays.stream(below.split(" ")))
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("org.palimpsest..")).or(resideInAnyPackage(allowed)))
        .because("dependencies point from what is seen to what is measured, never back")
        .check(PRODUCTION);
  }

  @Test
  void roomsAndTheirPartsAreFreeOfCycles() {
    slices()
        .matching(ROOT + "(**)")
        .should()
        .beFreeOfCycles()
        .because("a part that needs its user cannot be read, tested or replaced alone")
        .check(PRODUCTION);
  }

  @Test
  void onlyTheEntranceKnowsEveryRoom() {
    noClasses()
        .that()
        .resideInAPackage("org.palimpsest.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.palimpsest")
        .because(
            "the composition root builds the rooms; a room that reaches for it is a service"
                + " locator")
        .check(PRODUCTION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ai.djl..                | vision training           | a tensor is freed by the scope"
            + " that made it, so none may be handed on: elsewhere no NDArray, in no signature",
        "java.sql..              | casework.store            | one file format has one owner",
        "org.sqlite..            | casework.store            | one file format has one owner",
        "javafx..                | ui                        | the core must run without a window",
        "picocli..               | cli                       | options are a matter of the command"
            + " line, not of the work",
        "com.fasterxml.jackson.. | registry settings report casework evaluation.data | what is"
            + " stored is read and written by its owner; other rooms see records",
        "gg.jte..                | report                    | only reports are made of templates",
        "com.openhtmltopdf..     | report                    | a page is laid out where its words"
            + " are",
        "org.apache.pdfbox..     | report                    | a page is laid out where its words"
            + " are",
        "org.apache.fontbox..    | report                    | a page is laid out where its words"
            + " are",
        "com.drew..              | evidence                  | metadata belongs to the exhibit",
        "javax.imageio..         | imaging                   | pixels come from one decoder, which"
            + " checks dimensions before it allocates",
      })
  void aLibraryIsUsedInItsRoomOnly(String library, String rooms, String reason) {
    String[] homes =
        Arrays.stream(rooms.split(" ")).map(name -> ROOT + name + "..").toArray(String[]::new);
    noClasses()
        .that(not(resideInAnyPackage(homes)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(reason)
        .check(PRODUCTION);
  }

  @Test
  void theNetworkKnowsNeitherFilesNorImages() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "vision.maskclip..", ROOT + "vision.nn..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", ROOT + "imaging..", ROOT + "registry.format..")
                .or(nameMatching("java\\.io\\.File.*")))
        .because("it must read like the paper: tensors in, tensors out")
        .check(PRODUCTION);
  }

  @Test
  void threadsAreStartedInTasksOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "tasks..")
        .should()
        .dependOnClassesThat(
            assignableTo(Executor.class)
                .or(assignableTo(Executors.class))
                .or(assignableTo(CompletableFuture.class))
                .or(assignableTo(java.util.Timer.class))
                .or(assignableTo(Thread.Builder.class))
                .or(nameMatching("java\\.util\\.concurrent\\.StructuredTaskScope.*")))
        .orShould()
        .callCodeUnitWhere(startsAThread())
        .because(
            "leaving the process while native code runs crashes it, so one room must know every"
                + " thread")
        .check(PRODUCTION);
  }

  private static DescribedPredicate<JavaCall<?>> startsAThread() {
    return new DescribedPredicate<>("starts a thread") {
      @Override
      public boolean test(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        return (owner.isAssignableTo(Thread.class)
                && (target.getName().equals("<init>")
                    || target.getName().equals("start")
                    || target.getName().equals("startVirtualThread")))
            || (owner.isAssignableTo(Runtime.class) && target.getName().contains("ShutdownHook"))
            || target.getName().equals("parallelStream")
            || (owner.isAssignableTo(java.util.stream.BaseStream.class)
                && target.getName().equals("parallel"));
      }
    };
  }

  @Test
  void nothingIsASingleton() {
    noMethods()
        .should()
        .haveName("getInstance")
        .because("what a class needs is handed to its constructor, so that a test can hand it else")
        .check(PRODUCTION);
  }

  @Test
  void staticsNeverChange() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("a changing static makes two examinations in one process depend on each other")
        .check(PRODUCTION);
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            resideInAnyPackage("java.util.concurrent.atomic", "java.util.concurrent.locks")
                .or(assignableTo(ThreadLocal.class))
                .or(assignableTo(Appendable.class))
                .or(nameMatching("java\\.util\\.(Hash|Linked|Tree|Array|Enum|Identity|Weak).*"))
                .or(nameMatching("java\\.util\\.concurrent\\..*(Map|Queue|Deque|Set|List)")))
        .because("a final static that changes inside is a changing static")
        .check(PRODUCTION);
  }

  @Test
  void onlyTheCommandLineSpeaksToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .because("standard output is an interface that scripts read")
        .check(PRODUCTION);
  }

  @Test
  void onlyADownloadOpensAConnection() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "registry.download")
        .should()
        .dependOnClassesThat(resideInAPackage("java.net.http.."))
        .because(
            "exhibits are confidential; nothing about them may leave the machine, and a place that"
                + " speaks to servers must be small enough to be read")
        .check(PRODUCTION);
    noClasses()
        .should()
        .dependOnClassesThat(
            nameMatching("java\\.net\\.(.*Socket.*|.*URLConnection|URL|InetAddress)")
                .or(nameMatching("java\\.nio\\.channels\\..*SocketChannel")))
        .because("there is one way to a server, java.net.http, and it is held to one place")
        .check(PRODUCTION);
  }

  @Test
  void oneDoorLeadsToTheFxThread() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "ui.fx..")
        .should()
        .callMethodWhere(
            target(nameMatching("runLater")).and(target(owner(nameMatching("javafx.*Platform")))))
        .because("where results cross threads must be one place that can be read")
        .check(PRODUCTION);
  }

  /** Shared by all: {@code ui.fx} and {@code ui.dialogs}. */
  @Test
  void featuresOfTheWindowMeetInTheShellOnly() {
    slices()
        .matching(ROOT + "ui.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage(ROOT + "ui.shell.."), alwaysTrue())
        .ignoreDependency(alwaysTrue(), resideInAnyPackage(ROOT + "ui.fx..", ROOT + "ui.dialogs.."))
        .because("a feature that needs another cannot be shown, tested or dropped alone")
        .check(PRODUCTION);
  }

  @Test
  void onlyTheVerbThatAsksFirstDownloads() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "registry.download")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "cli.ModelsFetchCommand")
        .and()
        .resideOutsideOfPackage("org.palimpsest")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "registry.download")
        .because("nothing is fetched but on the user's word")
        .check(PRODUCTION);
  }
}
