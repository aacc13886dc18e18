package org.palimpsest.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.Versions;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.ExhibitState;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.imaging.Png;
import org.palimpsest.imaging.TestImages;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.tasks.Work;
import org.palimpsest.tasks.WorkState;

@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
class CaseDeskTest {
  private static final int ALL = 1_000_000;

  @TempDir private Path folder;
  private final List<String> stuck = Collections.synchronizedList(new ArrayList<>());
  private GatedDetector detector = new GatedDetector(ALL);
  private CaseFile file;
  private CaseDesk desk;

  @AfterEach
  void close() {
    detector.gate.release(ALL);
    if (desk != null) {
      desk.close();
    }
    if (file != null) {
      file.close();
    }
  }

  @Test
  void filesAreInTheListAtOnceThenReadThenExamined() throws Exception {
    open();
    Path first = picture("first.png", 1);
    Path second = picture("second.png", 2);
    take(first, second);
    assertThat(file.exhibits().rows()).extracting(ExhibitRow::name).contains("first.png");
    untilQuiet();
    assertThat(file.exhibits().rows())
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.state()).isEqualTo(ExhibitState.DONE);
              assertThat(row.sha256()).hasSize(64);
              assertThat(row.latest()).isNotNull();
            });
    assertThat(states()).containsExactly(WorkState.DONE, WorkState.DONE);
    assertThat(file.queue().jobs()).isEmpty();
  }

  @Test
  void aDamagedFileFailsWithItsReasonAndTheOthersGoOn() throws Exception {
    open();
    Path damaged = Files.write(folder.resolve("damaged.png"), new byte[] {(byte) 0x89, 'P', 'N'});
    take(damaged, picture("sound.png", 3));
    untilQuiet();
    ExhibitRow row = row("damaged.png");
    assertThat(row.state()).isEqualTo(ExhibitState.FAILED);
    assertThat(row.errorCode()).startsWith("IMG-");
    assertThat(row("sound.png").state()).isEqualTo(ExhibitState.DONE);
    assertThat(states()).containsExactlyInAnyOrder(WorkState.FAILED, WorkState.DONE);
    assertThat(stuck).isEmpty();
  }

  @Test
  void aFileThatChangedAfterItCameInIsNotReadAgainInSilence() throws Exception {
    open();
    Path picture = picture("changing.png", 4);
    desk.take(List.of(picture), Receipt.unstated(), Storage.REFERENCE, null);
    untilQuiet();
    String received = row("changing.png").sha256();
    picture("changing.png", 5);
    examine("changing.png", ExaminationRequest.usual());
    untilQuiet();
    assertThat(row("changing.png").errorCode()).isEqualTo("EVI-10");
    assertThat(row("changing.png").sha256()).isEqualTo(received);
    assertThat(row("changing.png").latest()).isNull();
  }

  @Test
  void aFileThatVanishedIsSaidSoAndCanBeTriedAgainOnceItIsBack() throws Exception {
    open();
    Path picture = picture("away.png", 6);
    desk.take(List.of(picture), Receipt.unstated(), Storage.REFERENCE, null);
    untilQuiet();
    byte[] bytes = Files.readAllBytes(picture);
    Files.delete(picture);
    examine("away.png", ExaminationRequest.usual());
    untilQuiet();
    assertThat(row("away.png").errorCode()).isEqualTo("EVI-01");
    Files.write(picture, bytes);
    desk.retryFailed();
    untilQuiet();
    assertThat(row("away.png").state()).isEqualTo(ExhibitState.DONE);
    assertThat(states()).containsExactly(WorkState.DONE);
  }

  @Test
  void aModelThatIsNotThereFailsItsItemsWithThatReason() throws Exception {
    open();
    desk.take(
        List.of(picture("a.png", 7)),
        Receipt.unstated(),
        Storage.REFERENCE,
        new ExaminationRequest("removed", null, null, null, null));
    untilQuiet();
    assertThat(row("a.png").errorCode()).isEqualTo("MOD-01");
    Work<?> work = desk.examinations().items().getFirst();
    assertThat(work.failure()).isNotNull();
    assertThat(work.failure().sentence()).contains("removed");
  }

  @Test
  void aPauseFinishesWhatIsInHandAndBeginsNothing() throws Exception {
    detector = new GatedDetector(0);
    open();
    take(picture("a.png", 8), picture("b.png", 9), picture("c.png", 10));
    until(detector.gate::hasQueuedThreads);
    until(() -> desk.arrivals().totals().left() == 0);
    desk.pause();
    detector.gate.release(ALL);
    until(() -> desk.examinations().totals().running() == 0);
    int done = desk.examinations().totals().done();
    assertThat(done).isBetween(1, 2);
    Thread.sleep(200);
    assertThat(desk.examinations().totals().done()).isEqualTo(done);
    desk.resume();
    untilQuiet();
    assertThat(states()).containsOnly(WorkState.DONE).hasSize(3);
  }

  @Test
  void cancellingTakesWhatWaitsOutOfTheQueueForGood() throws Exception {
    detector = new GatedDetector(0);
    open();
    take(picture("a.png", 11), picture("b.png", 12), picture("c.png", 13));
    until(detector.gate::hasQueuedThreads);
    desk.cancelAll();
    detector.gate.release(ALL);
    untilQuiet();
    assertThat(desk.examinations().totals().cancelled()).isPositive();
    assertThat(file.queue().jobs()).isEmpty();
    assertThat(file.exhibits().rows())
        .extracting(ExhibitRow::state)
        .contains(ExhibitState.CANCELLED)
        .doesNotContain(ExhibitState.QUEUED, ExhibitState.RUNNING);
  }

  @Test
  void closingWaitsForTheNetworkAndTheRestGoesOnWhenTheCaseIsOpenedAgain() throws Exception {
    detector = new GatedDetector(0);
    open();
    take(picture("a.png", 14), picture("b.png", 15), picture("c.png", 16));
    until(detector.gate::hasQueuedThreads);
    CaseDesk closing = desk;
    Thread closer = Thread.ofPlatform().start(closing::close);
    closer.join(300);
    assertThat(closer.isAlive()).as("closing waits for native code").isTrue();
    detector.gate.release(ALL);
    closer.join();
    file.close();
    detector = new GatedDetector(ALL);
    file = CaseFile.open(file.path(), actor());
    assertThat(file.queue().jobs()).isNotEmpty();
    desk = desk(file);
    desk.takeUp();
    untilQuiet();
    assertThat(file.exhibits().rows())
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(ExhibitState.DONE));
  }

  @Test
  void anotherModeGivesASecondResultBesideTheFirst() throws Exception {
    open();
    take(picture("a.png", 17));
    untilQuiet();
    examine("a.png", new ExaminationRequest(null, InputMode.WHOLE, null, null, null));
    untilQuiet();
    examine("a.png", new ExaminationRequest(null, InputMode.WHOLE, null, null, null));
    untilQuiet();
    assertThat(file.examinations().of(row("a.png").id())).hasSize(2);
  }

  private void open() throws CaseException {
    file = CaseFile.create(folder.resolve("case.palimpsest"), CaseDetails.named("Test"), actor());
    desk = desk(file);
  }

  private static Actor actor() {
    return new Actor("Ada", "Palimpsest test", InstantSource.system());
  }

  private CaseDesk desk(CaseFile open) {
    Laboratory laboratory =
        new Laboratory(
            new ModelRegistry(List.of(Path.of("models").toAbsolutePath())),
            (model, how) -> detector,
            "maskclip-compact",
            Versions.running("Palimpsest test", "engine 1"),
            List.of("palimpsest"),
            InstantSource.system());
    return new CaseDesk(
        open,
        laboratory,
        2,
        InstantSource.system(),
        new DeskListener() {
          @Override
          public void stuck(String code, String sentence, Throwable cause) {
            stuck.add(code);
          }

          @Override
          public void modelChanged() {}
        });
  }

  private void take(Path... pictures) throws CaseException {
    desk.take(List.of(pictures), Receipt.unstated(), Storage.REFERENCE, ExaminationRequest.usual());
  }

  private void examine(String name, ExaminationRequest request) throws CaseException {
    desk.examine(List.of(row(name).id()), request);
  }

  private Path picture(String name, long seed) throws IOException {
    return Files.write(folder.resolve(name), Png.encode(TestImages.photograph(100, 90, seed)));
  }

  private ExhibitRow row(String name) throws CaseException {
    return file.exhibits().rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<WorkState> states() {
    return desk.examinations().items().stream().map(Work::state).toList();
  }

  private void untilQuiet() throws Exception {
    until(() -> desk.arrivals().totals().left() == 0 && desk.examinations().totals().left() == 0);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(end);
      Thread.sleep(10);
    }
  }
}
