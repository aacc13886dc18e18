package org.palimpsest.ui.casefile;

import java.util.Optional;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Sheets;

/** Asks the second reader for a name and a remark. */
final class SignSheet {
  private static final int LINES = 3;

  private final Messages messages;

  /**
   * What the second reader says.
   *
   * @param remark may be empty
   */
  record Signed(String reader, String remark) {}

  SignSheet(Messages messages) {
    this.messages = messages;
  }

  /** Asks and waits for the answer; empty when the person would rather not. */
  Optional<Signed> ask(@Nullable Window owner) {
    TextField reader = new TextField();
    reader.setId("sign-reader");
    TextArea remark = new TextArea();
    remark.setPrefRowCount(LINES);
    remark.setWrapText(true);
    Form form = new Form(messages);
    form.add("casefile.sign.reader", reader);
    form.add("casefile.sign.remark", remark);
    VBox content =
        new VBox(
            12,
            Sheets.lead(MaterialDesignA.ACCOUNT_CHECK_OUTLINE, messages.text("casefile.sign.lead")),
            form.node());
    Dialog<ButtonType> dialog =
        Sheets.sheet(owner, messages.text("casefile.finding.sign"), content);
    ButtonType sign = new ButtonType(messages.text("casefile.sign.do"), ButtonData.OK_DONE);
    ButtonType cancel =
        new ButtonType(messages.text("dialogs.cancel.text"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(sign, cancel);
    dialog
        .getDialogPane()
        .lookupButton(sign)
        .disableProperty()
        .bind(reader.textProperty().map(String::isBlank));
    dialog.setOnShown(event -> reader.requestFocus());
    return dialog
        .showAndWait()
        .filter(sign::equals)
        .map(answer -> new Signed(reader.getText().strip(), remark.getText().strip()));
  }
}
