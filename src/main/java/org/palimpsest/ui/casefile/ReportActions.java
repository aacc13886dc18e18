package org.palimpsest.ui.casefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.report.replay.Bundle;
import org.palimpsest.report.replay.Comparison;
import org.palimpsest.report.replay.ExhibitSearch;
import org.palimpsest.report.replay.Replay;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.Progress;
import org.palimpsest.ui.dialogs.Dialogs;
import org.palimpsest.ui.dialogs.FileKind;
import org.palimpsest.ui.fx.Background;
import org.palimpsest.ui.fx.FxThread;
import org.palimpsest.ui.fx.Look;

/** Writing a report about the case in the window, and computing one again. */
public final class ReportActions {
  private static final double WIDTH = 980;
  private static final double HEIGHT = 760;
  private static final int PAGE = 560;

  private final Messages messages;
  private final Dialogs dialogs;
  private final Background background;
  private final CaseHooks hooks;
  private @Nullable Stage stage;

  /** Actions on whatever case is in the window when they are asked for. */
  public ReportActions(Messages messages, Dialogs dialogs, Background background, CaseHooks hooks) {
    this.messages = messages;
    this.dialogs = dialogs;
    this.background = background;
    this.hooks = hooks;
  }

  /** Opens the window in which a report is put together. */
  public void report() {
    CaseFile file = hooks.file().get();
    if (file == null) {
      return;
    }
    leave();
    List<Long> selected = hooks.selected().get();
    ReportModel model =
        new ReportModel(file, hooks.reports(), selected, PAGE, FxThread::run, hooks.failed());
    Scene scene = new Scene(new ReportWindow(messages, model, dialogs).node(), WIDTH, HEIGHT);
    Look.dress(scene);
    Stage made = new Stage();
    made.setTitle(messages.text("casefile.report.title"));
    made.initOwner(hooks.owner().get());
    made.setScene(scene);
    scene.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            made.close();
          }
        });
    made.setOnHidden(
        event -> {
          model.close();
          background.run(model::awaitEnd);
          if (made.equals(stage)) {
            stage = null;
          }
        });
    stage = made;
    made.show();
    model.preview();
  }

  /** Closes the window of a report; the case is about to be left. */
  public void leave() {
    if (stage != null) {
      stage.close();
    }
  }

  /** Checks every file of a report's bundle and computes everything in it again. */
  public void checkBundle() {
    List<Path> chosen =
        dialogs.openFiles(
            messages.text("casefile.replay.choose"),
            new FileKind(messages.text("casefile.replay.kind"), List.of("*.zip")),
            null);
    if (chosen.isEmpty()) {
      return;
    }
    OptionalInt way =
        dialogs.choose(
            messages.text("casefile.replay.title"),
            messages.text("casefile.replay.where"),
            List.of(
                messages.text("casefile.replay.there"), messages.text("casefile.replay.folder")));
    if (way.isEmpty()) {
      return;
    }
    Optional<Path> folder =
        way.getAsInt() == 0
            ? Optional.empty()
            : dialogs.openFolder(messages.text("casefile.replay.folder"), null);
    if (way.getAsInt() == 1 && folder.isEmpty()) {
      return;
    }
    new WorkSheet(messages, background, hooks.failed())
        .run(
            hooks.owner().get(),
            messages.text("casefile.replay.title"),
            progress -> replay(chosen.getFirst(), folder.stream().toList(), progress),
            found -> new ReplaySheet(messages).show(hooks.owner().get(), found));
  }

  private List<Comparison> replay(Path bundle, List<Path> places, Progress progress)
      throws Exception {
    try (Bundle checked = Bundle.open(bundle);
        Replay.Examiner examiner = hooks.examiners().get()) {
      return new Replay(checked, new ExhibitSearch(places), examiner).run(progress);
    }
  }
}
