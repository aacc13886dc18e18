package org.palimpsest.casework.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.Progress;

/** Opening, sharing, copying and migrating case files, and what goes wrong with that. */
class CaseOpeningTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("harbour.palimpsest");
  }

  private static CaseException.Reason reasonOf(Path file) {
    try {
      CaseFile.open(file, TestCase.ADA).close();
      throw new AssertionError("it opened");
    } catch (CaseException e) {
      assertThat(e.code()).matches("CAS-\\d\\d");
      assertThat(e.getMessage()).endsWith(".").doesNotContain("SQL");
      return e.reason();
    }
  }

  @Test
  void aFileThatIsMissingOrSomethingElseIsSaidToBeThat() throws Exception {
    assertThat(reasonOf(file())).isEqualTo(CaseException.Reason.MISSING);
    Files.write(file(), new byte[0]);
    assertThat(reasonOf(file())).isEqualTo(CaseException.Reason.NOT_A_CASE);
    Files.writeString(file(), "a shopping list ".repeat(40));
    assertThat(reasonOf(file())).isEqualTo(CaseException.Reason.NOT_A_CASE);
    Path other = folder.resolve("other.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE t (a)");
    }
    assertThat(reasonOf(other)).isEqualTo(CaseException.Reason.NOT_A_CASE);
    assertThat(Files.readString(file())).startsWith("a shopping list");
  }

  @Test
  void aCaseThatWasCutOffIsDamaged() throws Exception {
    TestCase.create(file()).close();
    try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
      bytes.setLength(bytes.length() - 5000);
    }
    assertThat(reasonOf(file())).isEqualTo(CaseException.Reason.DAMAGED);
  }

  @Test
  void aCaseOfALaterVersionIsRefusedUntouched() throws Exception {
    TestCase.create(file()).close();
    raw("PRAGMA user_version = 99");
    assertThat(reasonOf(file())).isEqualTo(CaseException.Reason.NEWER);
  }

  @Test
  void whatIsThereIsNotOverwrittenByANewCase() throws Exception {
    Files.writeString(file(), "mine");
    assertThatThrownBy(() -> TestCase.create(file()))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("already");
    assertThat(file()).hasContent("mine");
  }

  private void raw(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement run = connection.createStatement()) {
      run.executeUpdate(statement);
    }
  }

  @Test
  void aCaseOpenElsewhereIsReadOnlyAndShowsWhatTheOtherWrites() throws Exception {
    Path picture = TestCase.photograph(folder, "a.png", 1);
    try (CaseFile first = TestCase.create(file());
        CaseFile second = CaseFile.open(file(), TestCase.ADA.as("Bob"))) {
      assertThat(second.whyReadOnly()).hasValueSatisfying(why -> assertThat(why).contains("Ada"));
      assertThatThrownBy(() -> second.tags().create("a", "#000000"))
          .isInstanceOfSatisfying(
              CaseException.class,
              e -> assertThat(e.reason()).isEqualTo(CaseException.Reason.READ_ONLY));
      first.exhibits().add(List.of(picture), Receipt.unstated(), Storage.REFERENCE);
      assertThat(second.exhibits().rows()).hasSize(1);
      assertThat(second.verifier().run(Progress.unwatched()).holds()).isTrue();
    }
    try (CaseFile alone = CaseFile.open(file(), TestCase.ADA.as("Bob"))) {
      assertThat(alone.isReadOnly()).isFalse();
    }
  }

  @Test
  void anotherProcessIsKeptOutToo() throws Exception {
    TestCase.create(file()).close();
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file().toString())
            .start();
    try {
      assertThat(other.getInputStream().read()).isEqualTo('+');
      try (CaseFile open = CaseFile.open(file(), TestCase.ADA)) {
        assertThat(open.isReadOnly()).isTrue();
      }
    } finally {
      other.destroyForcibly();
      assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    try (CaseFile open = CaseFile.open(file(), TestCase.ADA)) {
      assertThat(open.isReadOnly()).isFalse();
    }
  }

  /** Holds a case open until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      try (CaseFile open = CaseFile.open(Path.of(args[0]), TestCase.ADA)) {
        System.out.write(open.isReadOnly() ? '-' : '+');
        System.out.flush();
        Thread.sleep(TimeUnit.MINUTES.toMillis(2));
      }
    }
  }

  @Test
  void readersDoNotWaitForALongChange() throws Exception {
    try (CaseFile open = TestCase.create(file());
        BackgroundPool pool = new BackgroundPool("writer", 1)) {
      CountDownLatch within = new CountDownLatch(1);
      CountDownLatch read = new CountDownLatch(1);
      Database database = open.database();
      var change =
          pool.submit(
              () ->
                  database.write(
                      c -> {
                        c.sql().run("INSERT INTO tag (name, colour) VALUES ('a', '#000000')");
                        within.countDown();
                        try {
                          return read.await(30, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                      }));
      assertThat(within.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(open.tags().all()).isEmpty();
      read.countDown();
      assertThat(change.get()).isTrue();
      assertThat(open.tags().all()).hasSize(1);
    }
  }

  @Test
  void severalThreadsWriteWithoutLosingAnything() throws Exception {
    List<Path> pictures = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      pictures.add(TestCase.photograph(folder, "p" + i + ".png", i));
    }
    try (CaseFile open = TestCase.create(file())) {
      try (BackgroundPool pool = new BackgroundPool("intake", 4)) {
        for (long id :
            open.exhibits().add(pictures, Receipt.unstated(), Storage.REFERENCE).exhibits()) {
          var unused =
              pool.submit(
                  () -> {
                    open.intake().receive(id);
                    return id;
                  });
        }
      }
      assertThat(open.exhibits().rows())
          .extracting(ExhibitRow::state)
          .containsOnly(ExhibitState.RECEIVED);
      assertThat(open.verifier().run(Progress.unwatched()).flaws()).isEmpty();
    }
  }

  @Test
  void aChangeThatFailsLeavesNothingBehind() throws Exception {
    try (CaseFile open = TestCase.create(file())) {
      long size = open.audit().size();
      assertThatThrownBy(() -> open.queue().add(List.of(77L), ExaminationRequest.usual()))
          .isInstanceOf(CaseException.class)
          .hasMessage("There is no exhibit 77 in this case.");
      assertThat(open.audit().size()).isEqualTo(size);
      assertThat(open.tags().create("still", "#123456").name()).isEqualTo("still");
    }
  }

  @Test
  void aCopyHoldsEverythingAndIsACaseOfItsOwn() throws Exception {
    Path picture = TestCase.red(folder, "red.png");
    Path target = Files.createDirectories(folder.resolve("elsewhere")).resolve("copy.palimpsest");
    try (CaseFile open = TestCase.create(file())) {
      open.exhibits().add(List.of(picture), Receipt.unstated(), Storage.COPY);
      open.intake().receive(1);
      TestCase.queueAll(open);
      TestCase.work(open, 0.9f);
      open.copyTo(target);
    }
    Files.delete(picture);
    try (CaseFile copy = CaseFile.open(target, TestCase.ADA)) {
      assertThat(copy.exhibits().row(1).path()).startsWith(target.getParent());
      assertThat(copy.exhibits().row(1).examinations()).isEqualTo(1);
      assertThat(copy.verifier().run(Progress.unwatched()).flaws()).isEmpty();
      assertThat(copy.originals().read(1).bytes()).isNotEmpty();
    }
  }

  @Test
  void anUnnamedCaseIsThereAfterACrashAndGetsANameWithEverythingInIt() throws Exception {
    Path picture = TestCase.red(folder, "red.png");
    WorkingCase unnamed = new WorkingCase(folder.resolve("cases"), TestCase.ADA);
    try (CaseFile first = unnamed.open()) {
      first.exhibits().add(List.of(picture), Receipt.unstated(), Storage.REFERENCE);
      try (CaseFile window = unnamed.open()) {
        assertThat(window.path()).isNotEqualTo(first.path());
        assertThat(window.isReadOnly()).isFalse();
      }
    }
    CaseFile again = unnamed.open();
    assertThat(again.exhibits().rows()).hasSize(1);
    try (CaseFile named = unnamed.name(again, file(), CaseDetails.named("Harbour"))) {
      assertThat(named.path()).isEqualTo(file());
      assertThat(named.exhibits().rows()).hasSize(1);
      assertThat(named.details().get().name()).isEqualTo("Harbour");
      assertThat(unnamed.holds(named)).isFalse();
    }
    try (CaseFile fresh = unnamed.open()) {
      assertThat(fresh.exhibits().rows()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)<∕script>.png",
        "it's \"quoted\"; DROP TABLE audit.png",
        "\uD83D\uDE00 \u05E9\u05DC\u05D5\u05DD \u202Egnp.png",
        "100%_#?&.png"
      })
  void oddNamesComeBackAsTheyWere(String name) throws Exception {
    Path picture = TestCase.photograph(folder, name, 2);
    Path odd = folder.resolve(name + CaseFile.EXTENSION);
    try (CaseFile open = TestCase.create(odd)) {
      open.exhibits().add(List.of(picture), Receipt.unstated(), Storage.COPY);
      open.intake().receive(1);
      assertThat(open.exhibits().row(1).name()).isEqualTo(name);
      assertThat(open.originals().check(1).state()).isEqualTo(OriginalState.AS_RECEIVED);
    }
    try (CaseFile again = CaseFile.open(odd, TestCase.ADA)) {
      assertThat(again.exhibits().row(1).name()).isEqualTo(name);
    }
  }

  @Test
  void theSameBytesTwiceAreNotedAndTheSamePathIsOneExhibit() throws Exception {
    Path one = TestCase.photograph(folder, "one.png", 2);
    Path two = Files.copy(one, folder.resolve("two.png"));
    try (CaseFile open = TestCase.create(file())) {
      open.exhibits().add(List.of(one, two), Receipt.unstated(), Storage.REFERENCE);
      Added again = open.exhibits().add(List.of(one), Receipt.unstated(), Storage.REFERENCE);
      assertThat(again).isEqualTo(new Added(List.of(1L), List.of()));
      open.intake().receive(1);
      open.intake().receive(2);
      assertThat(open.exhibits().row(1).duplicateOf()).isNull();
      assertThat(open.exhibits().row(2).duplicateOf()).isEqualTo(1);
      assertThat(open.exhibits().sameBytes(2)).containsExactly(1L, 2L);
      open.exhibits().withdraw(List.of(1L), "added by mistake");
      assertThat(open.exhibits().rows()).extracting(ExhibitRow::item).containsExactly(2);
      open.exhibits().reinstate(List.of(1L));
      assertThat(open.exhibits().rows()).hasSize(2);
    }
  }

  @Test
  void aFullDiskLosesTheChangeInHandOnlyAndIsSaid() throws Exception {
    try (SmallDisk disk = SmallDisk.of(folder, "512k")) {
      List<Path> pictures = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        pictures.add(folder.resolve("name-of-some-length-%05d.png".formatted(i)));
      }
      Path small = disk.root().resolve("small.palimpsest");
      int kept = 0;
      try (CaseFile open = TestCase.create(small)) {
        @Nullable CaseException full = null;
        for (int i = 0; i < pictures.size() && full == null; i++) {
          try {
            open.exhibits().add(List.of(pictures.get(i)), Receipt.unstated(), Storage.REFERENCE);
            kept++;
          } catch (CaseException e) {
            full = e;
          }
        }
        assertThat(full).extracting(CaseException::code).isEqualTo("CAS-11");
        assertThat(open.exhibits().rows()).hasSize(kept);
      }
      try (CaseFile again = CaseFile.open(small, TestCase.ADA)) {
        assertThat(again.exhibits().rows()).hasSize(kept);
        assertThat(again.verifier().run(Progress.unwatched()).flaws()).isEmpty();
      }
    }
  }

  @Test
  void aCaseOnAReadOnlyMediumCanBeReadAndNotChanged() throws Exception {
    try (SmallDisk disk = SmallDisk.of(folder, "4m")) {
      Path small = disk.root().resolve("small.palimpsest");
      Path picture = TestCase.photograph(folder, "a.png", 1);
      try (CaseFile open = TestCase.create(small)) {
        open.exhibits().add(List.of(picture), Receipt.unstated(), Storage.REFERENCE);
        open.intake().receive(1);
      }
      disk.makeReadOnly();
      try (CaseFile open = CaseFile.open(small, TestCase.ADA)) {
        assertThat(open.isReadOnly()).isTrue();
        assertThat(open.exhibits().rows()).hasSize(1);
        assertThat(open.verifier().run(Progress.unwatched()).holds()).isTrue();
        assertThatThrownBy(() -> open.details().set(CaseDetails.named("x")))
            .isInstanceOf(CaseException.class)
            .hasMessageContaining("only be read");
      }
    }
  }

  /** A small file system of its own; only root may make one, so elsewhere the test is skipped. */
  private record SmallDisk(Path root) implements AutoCloseable {
    static SmallDisk of(Path folder, String size) throws IOException, InterruptedException {
      Path root = Files.createDirectories(folder.resolve("disk"));
      assumeTrue(
          run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", root.toString()),
          "this needs the right to mount a small file system");
      return new SmallDisk(root);
    }

    void makeReadOnly() throws IOException, InterruptedException {
      assertThat(run("mount", "-o", "remount,ro", root.toString())).isTrue();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
      try {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
      } catch (IOException e) {
        return false; // there is no such program
      }
    }

    @Override
    public void close() throws IOException {
      try {
        assertThat(run("umount", root.toString())).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
