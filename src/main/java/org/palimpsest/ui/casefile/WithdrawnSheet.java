package org.palimpsest.ui.casefile;

import java.util.List;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Sheets;

/** Shows what was set aside, and puts it back on the list. */
final class WithdrawnSheet {
  private static final double HEIGHT = 260;

  private final Messages messages;

  /**
   * An exhibit that was set aside.
   *
   * @param reason as it was given
   */
  record Withdrawn(long id, String name, String reason) {}

  WithdrawnSheet(Messages messages) {
    this.messages = messages;
  }

  /**
   * Shows them and waits.
   *
   * @param writable whether they can be put back
   * @return those to be put back
   */
  List<Long> ask(@Nullable Window owner, List<Withdrawn> withdrawn, boolean writable) {
    ListView<Withdrawn> list = new ListView<>();
    list.setId("withdrawn-list");
    list.getItems().setAll(withdrawn);
    list.setPrefHeight(HEIGHT);
    list.setAccessibleText(messages.text("casefile.withdrawn.title"));
    list.setPlaceholder(new Label(messages.text("casefile.withdrawn.none")));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(view -> cell());
    Dialog<ButtonType> dialog =
        Sheets.sheet(
            owner,
            messages.text("casefile.withdrawn.title"),
            new VBox(
                12,
                Sheets.lead(
                    MaterialDesignA.ARCHIVE_OUTLINE, messages.text("casefile.withdrawn.lead")),
                list));
    ButtonType back = new ButtonType(messages.text("casefile.withdrawn.back"), ButtonData.OK_DONE);
    ButtonType close = new ButtonType(messages.text("dialogs.close.text"), ButtonData.CANCEL_CLOSE);
    dialog.getDialogPane().getButtonTypes().setAll(close);
    if (writable && !withdrawn.isEmpty()) {
      dialog.getDialogPane().getButtonTypes().setAll(back, close);
      dialog
          .getDialogPane()
          .lookupButton(back)
          .disableProperty()
          .bind(list.getSelectionModel().selectedItemProperty().isNull());
    }
    return dialog
        .showAndWait()
        .filter(back::equals)
        .map(
            answer ->
                list.getSelectionModel().getSelectedItems().stream().map(Withdrawn::id).toList())
        .orElse(List.of());
  }

  private ListCell<Withdrawn> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable Withdrawn item, boolean empty) {
        super.updateItem(item, empty);
        setText(
            item == null || empty
                ? null
                : messages.text(
                    "casefile.withdrawn.line",
                    item.id(),
                    VisibleName.of(item.name()),
                    VisibleName.of(item.reason())));
      }
    };
  }
}
