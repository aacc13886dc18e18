package org.palimpsest.ui.casefile;

import java.util.function.Consumer;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.Progress;
import org.palimpsest.ui.dialogs.Sheets;
import org.palimpsest.ui.fx.Background;
import org.palimpsest.ui.fx.FxThread;

/** Work that the case must wait for: a sheet with its progress, which can be stopped. */
final class WorkSheet {
  private static final double WIDTH = 460;

  private final Messages messages;
  private final Background background;
  private final Consumer<Throwable> failed;

  /** Work that reports how far it is. */
  interface Work<T> {
    T run(Progress progress) throws Exception;
  }

  WorkSheet(Messages messages, Background background, Consumer<Throwable> failed) {
    this.messages = messages;
    this.background = background;
    this.failed = failed;
  }

  /** Begins the work; {@code then} hears of its result when the sheet is gone. */
  <T> void run(@Nullable Window owner, String title, Work<T> work, Consumer<T> then) {
    Errand errand = new Errand(FxThread::run);
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(errand.shareProperty());
    bar.setAccessibleText(title);
    Label words = new Label();
    words.setPrefWidth(WIDTH);
    words.textProperty().bind(errand.wordsProperty().map(VisibleName::of));
    Dialog<ButtonType> dialog = Sheets.sheet(owner, title, new VBox(8, bar, words));
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(new ButtonType(messages.text("dialogs.cancel.text"), ButtonData.CANCEL_CLOSE));
    dialog.setOnCloseRequest(event -> errand.cancel());
    dialog.show();
    background.run(
        () -> work.run(errand),
        result -> {
          dialog.close();
          then.accept(result);
        },
        failure -> {
          dialog.close();
          failed.accept(failure);
        });
  }
}
