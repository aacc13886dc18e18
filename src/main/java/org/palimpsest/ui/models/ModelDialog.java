package org.palimpsest.ui.models;

import java.util.Optional;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Sheets;

/** Asks with which model and how exhibits are to be examined. */
public final class ModelDialog {
  private final Messages messages;
  private final ModelChoice choice;

  /** A dialog about a choice, which it remembers from one time to the next. */
  public ModelDialog(Messages messages, ModelChoice choice) {
    this.messages = messages;
    this.choice = choice;
  }

  /**
   * Asks and waits for the answer.
   *
   * @param exhibits how many are to be examined
   * @return what is asked for; empty when the person would rather not
   */
  public Optional<ExaminationRequest> ask(@Nullable Window owner, int exhibits) {
    Dialog<ButtonType> dialog =
        Sheets.sheet(
            owner,
            messages.text("models.dialog.title"),
            new ModelChoiceView(messages, choice).node());
    ButtonType examine =
        new ButtonType(messages.text("models.dialog.examine", exhibits), ButtonData.OK_DONE);
    ButtonType cancel =
        new ButtonType(messages.text("models.dialog.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(examine, cancel);
    var button = dialog.getDialogPane().lookupButton(examine);
    Runnable enable = () -> button.setDisable(!choice.isReady());
    var models = choice.models().subscribe(enable);
    var chosen = choice.chosenProperty().subscribe(enable);
    enable.run();
    try {
      return dialog.showAndWait().filter(examine::equals).map(answer -> choice.request());
    } finally {
      models.unsubscribe();
      chosen.unsubscribe();
    }
  }
}
