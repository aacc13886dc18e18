package org.palimpsest.ui.casefile;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Sheets;

/** Asks how exhibits came, from where, when and to whom. */
final class ReceiptSheet {
  private static final int LINES = 3;

  private final Messages messages;
  private final TextField how = new TextField();
  private final TextField from = new TextField();
  private final TextField at = new TextField();
  private final TextField by = new TextField();
  private final TextField originalName = new TextField();
  private final TextArea note = new TextArea();
  private final Label complaint = new Label();

  ReceiptSheet(Messages messages) {
    this.messages = messages;
    how.setId("receipt-how");
    from.setId("receipt-from");
    at.setId("receipt-at");
    by.setId("receipt-by");
    note.setPrefRowCount(LINES);
    note.setWrapText(true);
  }

  /**
   * Asks and waits for the answer.
   *
   * @param receipts as they are stated now, one for each exhibit
   * @return as they are to be, in the same order; empty when they are to stay
   */
  Optional<List<Receipt>> ask(@Nullable Window owner, List<Receipt> receipts) {
    ReceiptEdit first = ReceiptEdit.of(receipts);
    fill(first);
    Form form = new Form(messages);
    form.add("casefile.receipt.how", how);
    form.add("casefile.receipt.from", from);
    form.add("casefile.receipt.at", at);
    form.add("casefile.receipt.by", by);
    form.add("casefile.receipt.original-name", originalName);
    form.add("casefile.receipt.note", note);
    at.setPromptText("2026-01-31 12:00");
    complaint.setWrapText(true);
    VBox content =
        new VBox(
            12,
            Sheets.lead(
                MaterialDesignI.INBOX_ARROW_DOWN_OUTLINE,
                messages.text("casefile.receipt.lead", receipts.size())),
            form.node(),
            complaint);
    Dialog<ButtonType> dialog =
        Sheets.sheet(owner, messages.text("casefile.receipt.title"), content);
    ButtonType state = new ButtonType(messages.text("casefile.receipt.do"), ButtonData.OK_DONE);
    ButtonType cancel =
        new ButtonType(messages.text("dialogs.cancel.text"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(state, cancel);
    var button = dialog.getDialogPane().lookupButton(state);
    at.textProperty()
        .subscribe(
            words -> {
              boolean sound = written().isSound();
              button.setDisable(!sound);
              complaint.setText(sound ? "" : messages.text("casefile.receipt.no-time"));
            });
    dialog.setOnShown(event -> how.requestFocus());
    return dialog
        .showAndWait()
        .filter(state::equals)
        .map(answer -> receipts.stream().map(before -> written().applied(before, first)).toList());
  }

  private void fill(ReceiptEdit first) {
    how.setText(first.how());
    from.setText(first.from());
    at.setText(first.at());
    by.setText(first.by());
    originalName.setText(first.originalName());
    note.setText(first.note());
  }

  private ReceiptEdit written() {
    return new ReceiptEdit(
        how.getText(),
        from.getText(),
        at.getText(),
        by.getText(),
        originalName.getText(),
        note.getText());
  }
}
