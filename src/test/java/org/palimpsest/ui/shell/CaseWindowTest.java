package org.palimpsest.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.casework.store.Storage;
import org.palimpsest.settings.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A case from the window: what it is about, receipts, custody, findings, report and replay. */
@SuppressWarnings("NullAway") // a null fails the test, which is what it is for
@ExtendWith(ApplicationExtension.class)
class CaseWindowTest {
  @TempDir static Path temporary;

  private Path folder;
  private Path file;
  private WindowFixture window;

  @Start
  void show(Stage stage) throws Exception {
    folder = Files.createTempDirectory(temporary, "window");
    file = folder.resolve("quay.palimpsest");
    window = new WindowFixture(stage, folder, WindowFixture.quiet().withTheme(Theme.LIGHT));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  /** Makes a case with two small pictures; only the first is examined. */
  private void aCase() throws Exception {
    window.untilOpen();
    window.dialogs.answers.add("The quay");
    window.dialogs.places.add(file);
    fire("new-case");
    window.until("the case is open", () -> open().path().equals(file));
    Path first = SmallPictures.of("balls-one-regenerated.jpg", folder.resolve("pictures"));
    Path second = SmallPictures.of("lake.jpg", folder.resolve("pictures"));
    List<Long> ids =
        open()
            .exhibits()
            .add(List.of(first, second), Receipt.unstated(), Storage.REFERENCE)
            .exhibits();
    for (long id : ids) {
      open().intake().receive(id);
    }
    WindowFixture.fx(() -> window.controller().examine(List.of(1L), ExaminationRequest.usual()));
    window.until("it is examined", () -> rows().getFirst().latest() != null);
    window.untilQuiet();
    window.until(
        "both are listed", () -> window.controller().features().listModel().rows().size() == 2);
  }

  private CaseFile open() {
    return window.controller().open().file();
  }

  private List<ExhibitRow> rows() throws Exception {
    return open().exhibits().rows();
  }

  private void fire(String command) {
    Platform.runLater(() -> window.controller().commands().get(command).fire());
  }

  private void select(long... ids) throws Exception {
    WindowFixture.fx(
        () -> {
          var selection = window.controller().features().listModel().selection();
          selection.only(ids[0]);
          for (int i = 1; i < ids.length; i++) {
            selection.toggle(ids[i]);
          }
        });
  }

  private static Optional<Node> find(String id) {
    return Window.getWindows().stream()
        .filter(w -> w.getScene() != null)
        .flatMap(w -> Stream.ofNullable(w.getScene().lookup(id)))
        .findFirst();
  }

  private <T extends Node> T node(String id, Class<T> type) throws Exception {
    window.until(id + " is shown", () -> find(id).isPresent());
    return WindowFixture.onFx(() -> type.cast(find(id).orElseThrow()));
  }

  private void write(String id, String words) throws Exception {
    TextInputControl field = node(id, TextInputControl.class);
    WindowFixture.fx(() -> field.setText(words));
  }

  /** Presses the button with these words in the window of a node. */
  private void press(String near, String words) throws Exception {
    Node inside = node(near, Node.class);
    WindowFixture.fx(
        () ->
            inside.getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> words.equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  @Test
  void whatTheCaseIsAboutIsWrittenAndStandsInTheTitle() throws Exception {
    aCase();
    fire("case-details");
    write("#details-name", "The quay at night");
    write("#details-examiner", "Ada Examiner");
    write("#details-question", "Was the lamp added?");
    write("#details-propositions", "It was.\n\n It was not. \n");
    WindowFixture.screenshot(node("#details-name", Node.class).getScene(), "case-details");
    press("#details-name", "Save");
    window.until("the title says so", () -> stageTitle().contains("The quay at night"));
    CaseDetails details = open().details().get();
    assertThat(details.propositions()).containsExactly("It was.", "It was not.");
    assertThat(details.question()).isEqualTo("Was the lamp added?");
    window.until("she is at work", () -> open().actor().person().equals("Ada Examiner"));
  }

  private String stageTitle() {
    return ((Stage) window.controller().view().root().getScene().getWindow()).getTitle();
  }

  @Test
  void receiptsOfSeveralAreStatedAtOnceAndOriginalsCopied() throws Exception {
    aCase();
    select(1, 2);
    fire("receipt");
    write("#receipt-how", "a drive");
    write("#receipt-from", "Jo");
    write("#receipt-at", "yesterday");
    WindowFixture.screenshot(node("#receipt-how", Node.class).getScene(), "case-receipt");
    Button state =
        WindowFixture.onFx(
            () ->
                find("#receipt-how")
                    .orElseThrow()
                    .getScene()
                    .getRoot()
                    .lookupAll(".button")
                    .stream()
                    .map(Button.class::cast)
                    .filter(button -> "State".equals(button.getText()))
                    .findFirst()
                    .orElseThrow());
    assertThat(state.isDisabled()).isTrue();
    write("#receipt-at", "2026-01-31 12:00");
    press("#receipt-how", "State");
    window.until(
        "both have it",
        () ->
            List.of(1L, 2L).stream()
                .allMatch(
                    id -> {
                      try {
                        return receipt(id).how().equals("a drive");
                      } catch (Exception e) {
                        throw new AssertionError(e);
                      }
                    }));
    assertThat(receipt(2).at()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(receipt(2).from()).isEqualTo("Jo");
    fire("keep-copies");
    window.until(
        "copies are there", () -> rows().stream().allMatch(row -> row.storage() == Storage.COPY));
    assertThat(rows().getFirst().path()).hasParent(open().copies());
  }

  private Receipt receipt(long id) throws Exception {
    return open().exhibits().exhibit(id).content().receipt();
  }

  @Test
  void verifyingNamesTheFirstPlaceThatDoesNotHoldAndTheLogIsShown() throws Exception {
    aCase();
    fire("verify-case");
    assertThat(node("#verify-outcome", Label.class).getText()).isEqualTo("Everything holds.");
    press("#verify-outcome", "Close");
    Files.write(rows().get(1).path(), new byte[] {1, 2, 3});
    fire("verify-case");
    window.until("something is wrong", () -> find("#verify-first").isPresent());
    assertThat(node("#verify-first", Label.class).getText()).startsWith("exhibit 2: ");
    WindowFixture.screenshot(node("#verify-first", Node.class).getScene(), "case-verify");
    press("#verify-first", "Close");
    fire("custody-log");
    TableView<?> log = node("#custody-log", TableView.class);
    assertThat(log.getItems().size()).isEqualTo((int) open().audit().size());
    WindowFixture.screenshot(log.getScene(), "case-custody");
    write("#custody-find", "verified");
    assertThat(log.getItems()).hasSize(2);
    WindowFixture.fx(() -> log.getScene().getWindow().hide());
  }

  @Test
  void whatIsSetAsideLeavesTheListAndComesBack() throws Exception {
    aCase();
    select(2);
    window.dialogs.answers.add("Sent by mistake");
    fire("set-aside");
    window.until("it is gone", () -> rows().size() == 1);
    fire("withdrawn");
    ListView<?> list = node("#withdrawn-list", ListView.class);
    assertThat(list.getItems()).singleElement().asString().contains("Sent by mistake");
    WindowFixture.fx(() -> list.getSelectionModel().select(0));
    press("#withdrawn-list", "Put back on the list");
    window.until("it is back", () -> rows().size() == 2);
  }

  @Test
  void aFindingIsWrittenReportedAndTheReportChecked() throws Exception {
    aCase();
    select(1);
    window.until(
        "it is looked at",
        () -> window.controller().features().findingModel().editableProperty().get());
    WindowFixture.fx(
        () -> {
          var finding = window.controller().features().findingModel();
          finding.conclusionProperty().set(Outcome.INCONCLUSIVE);
          finding.justificationProperty().set("Nothing speaks for either.");
        });
    WindowFixture.fx(
        () -> {
          var tabs =
              (javafx.scene.control.TabPane)
                  window.controller().view().root().lookup("#inspector-tabs");
          tabs.getSelectionModel().select(1);
        });
    window.screenshot("window-finding-light");
    WindowFixture.fx(window.controller().features().findingModel()::record);
    window.until("it is recorded", () -> !open().findings().of(1).isEmpty());
    fire("report");
    Label number = node("#report-page-number", Label.class);
    window.until("there are pages", () -> number.getText().startsWith("Page 1 of "));
    window.until("it lacks something", () -> texts("#report-missing").contains("draft"));
    WindowFixture.screenshot(number.getScene(), "report-light");
    WindowFixture.fx(
        () -> window.controller().settingsModel().change(now -> now.withTheme(Theme.DARK)));
    WindowFixture.fx(((Button) number.getScene().lookup("#page-next"))::fire);
    window.until("it is turned", () -> number.getText().startsWith("Page 2 of "));
    WindowFixture.screenshot(number.getScene(), "report-dark");
    WindowFixture.fx(((RadioButton) number.getScene().lookup("#scope-one"))::fire);
    WindowFixture.fx(((CheckBox) number.getScene().lookup("#format-csv"))::fire);
    WindowFixture.fx(((CheckBox) number.getScene().lookup("#protect-sources"))::fire);
    Button write = node("#report-write", Button.class);
    window.until("it can be written", () -> !write.isDisabled());
    WindowFixture.fx(write::fire);
    Label result = node("#report-result", Label.class);
    window.until("it is written", () -> result.getText().startsWith("Written as a draft: 4 files"));
    Path out = folder.resolve("quay-report");
    assertThat(out.resolve("report.csv")).content().contains("balls-one").doesNotContain("lake");
    assertThat(out.resolve("report.pdf")).isNotEmptyFile();
    WindowFixture.fx(() -> number.getScene().getWindow().hide());

    window.dialogs.places.add(out.resolve("replay.zip"));
    window.dialogs.ways.add(1);
    window.dialogs.places.add(folder.resolve("pictures"));
    fire("check-bundle");
    Label outcome = node("#replay-outcome", Label.class);
    assertThat(outcome.getText()).contains("everything agrees: 1 exactly");
    WindowFixture.screenshot(outcome.getScene(), "replay-dark");
    press("#replay-outcome", "Close");
    assertThat(window.dialogs.problems).isEmpty();
  }

  private String texts(String id) {
    StringBuilder words = new StringBuilder();
    find(id)
        .orElseThrow()
        .lookupAll(".label")
        .forEach(node -> words.append(((Label) node).getText()).append('\n'));
    return words.toString();
  }

  @Test
  void aCaseOpenElsewhereIsMarkedAndRefusesChangesInOneSentence() throws Exception {
    aCase();
    fire("close-case");
    window.until("the unnamed case is open", () -> !window.controller().open().named());
    AtomicReference<CaseFile> elsewhere = new AtomicReference<>();
    window.until("it is free", () -> taken(elsewhere));
    try (CaseFile other = elsewhere.get()) {
      assertThat(other.isReadOnly()).isFalse();
      window.dialogs.places.add(file);
      fire("open-case");
      window.until("it is open", () -> open().path().equals(file));
      window.until("it is marked", () -> stageTitle().contains("(read only)"));
      assertThat(window.controller().view().root().lookup("#notice")).isNotNull();
      select(1);
      fire("set-aside");
      window.until("it is refused", () -> window.dialogs.problems.size() == 1);
      assertThat(window.dialogs.problems.getFirst().code()).isEqualTo("CAS-07");
      assertThat(rows()).hasSize(2);
    }
  }

  /** A case that was left is closed behind. */
  private boolean taken(AtomicReference<CaseFile> elsewhere) throws Exception {
    CaseFile found = CaseFile.open(file, Actor.ofThisAccount("test"));
    if (found.isReadOnly()) {
      found.close();
      return false;
    }
    elsewhere.set(found);
    return true;
  }
}
