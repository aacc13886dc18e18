package org.palimpsest.ui.casefile;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Sheets;

/** What the case is about: asked for, shown, and changed. */
final class DetailsSheet {
  private final Messages messages;
  private final TextField name = new TextField();
  private final TextField number = new TextField();
  private final TextField examiner = new TextField();
  private final TextField organisation = new TextField();
  private final TextField requester = new TextField();
  private final TextArea question = area("details-question", 2);
  private final TextArea propositions = area("details-propositions", 3);
  private final TextArea notes = area("details-notes", 3);

  DetailsSheet(Messages messages) {
    this.messages = messages;
    name.setId("details-name");
    examiner.setId("details-examiner");
  }

  private static TextArea area(String id, int rows) {
    TextArea area = new TextArea();
    area.setId(id);
    area.setPrefRowCount(rows);
    area.setWrapText(true);
    return area;
  }

  /**
   * Asks and waits for the answer.
   *
   * @param writable whether anything can be changed
   * @return the details as they are to be; empty when they are to stay
   */
  Optional<CaseDetails> ask(@Nullable Window owner, CaseDetails now, boolean writable) {
    name.setText(now.name());
    number.setText(now.number());
    examiner.setText(now.examiner());
    organisation.setText(now.organisation());
    requester.setText(now.requester());
    question.setText(now.question());
    propositions.setText(String.join("\n", now.propositions()));
    notes.setText(now.notes());
    propositions.setPromptText(messages.text("casefile.details.propositions-prompt"));
    Form form = new Form(messages);
    form.add("casefile.details.name", name);
    form.add("casefile.details.number", number);
    form.add("casefile.details.examiner", examiner);
    form.add("casefile.details.organisation", organisation);
    form.add("casefile.details.requester", requester);
    form.add("casefile.details.question", question);
    form.add("casefile.details.propositions", propositions);
    form.add("casefile.details.notes", notes);
    form.node().setDisable(!writable);
    Dialog<ButtonType> dialog =
        Sheets.sheet(owner, messages.text("casefile.details.title"), form.node());
    ButtonType save = new ButtonType(messages.text("casefile.details.save"), ButtonData.OK_DONE);
    ButtonType cancel =
        new ButtonType(
            messages.text(writable ? "dialogs.cancel.text" : "dialogs.close.text"),
            ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(cancel);
    if (writable) {
      dialog.getDialogPane().getButtonTypes().setAll(save, cancel);
      dialog
          .getDialogPane()
          .lookupButton(save)
          .disableProperty()
          .bind(name.textProperty().map(String::isBlank));
      dialog.setOnShown(event -> name.requestFocus());
    }
    return dialog
        .showAndWait()
        .filter(save::equals)
        .map(answer -> written())
        .filter(written -> !written.equals(now));
  }

  private CaseDetails written() {
    List<String> each =
        propositions.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return new CaseDetails(
        name.getText().strip(),
        number.getText().strip(),
        examiner.getText().strip(),
        organisation.getText().strip(),
        requester.getText().strip(),
        question.getText().strip(),
        each,
        notes.getText().strip());
  }
}
