package org.palimpsest.ui.dialogs;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.palimpsest.settings.Messages;

/** A problem: the sentence, the code, and the details, which can be copied. */
final class ErrorDialog {
  private final Dialog<ButtonType> dialog;

  ErrorDialog(Messages messages, @Nullable Window owner, Problem problem) {
    Label code = new Label(messages.text("dialogs.error.code", problem.code()));
    code.getStyleClass().add("text-muted");
    TextArea details = new TextArea(problem.details());
    details.setEditable(false);
    details.setPrefRowCount(10);
    details.setAccessibleText(messages.text("dialogs.error.details"));
    TitledPane more = new TitledPane(messages.text("dialogs.error.details"), details);
    more.setExpanded(false);
    more.setAnimated(false);
    dialog =
        Sheets.sheet(
            owner,
            messages.text("dialogs.error.title"),
            new VBox(
                12, Sheets.lead(MaterialDesignA.ALERT_OUTLINE, problem.sentence()), code, more));
    more.expandedProperty()
        .addListener(
            (property, was, is) -> dialog.getDialogPane().getScene().getWindow().sizeToScene());
    ButtonType copy = new ButtonType(messages.text("dialogs.error.copy"), ButtonData.LEFT);
    ButtonType close = new ButtonType(messages.text("dialogs.close.text"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(copy, close);
    Node button = dialog.getDialogPane().lookupButton(copy);
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          copy(problem);
          ((Button) button).setText(messages.text("dialogs.error.copied"));
          event.consume(); // the dialog stays
        });
  }

  private static void copy(Problem problem) {
    ClipboardContent content = new ClipboardContent();
    content.putString(problem.text());
    Clipboard.getSystemClipboard().setContent(content);
  }

  void showAndWait() {
    dialog.showAndWait();
  }
}
