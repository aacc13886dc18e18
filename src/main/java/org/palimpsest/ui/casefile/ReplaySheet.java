package org.palimpsest.ui.casefile;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.report.replay.Agreement;
import org.palimpsest.report.replay.Comparison;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Sheets;

/** What computing a report again gave, exhibit by exhibit. */
final class ReplaySheet {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 320;

  private final Messages messages;

  ReplaySheet(Messages messages) {
    this.messages = messages;
  }

  void show(@Nullable Window owner, List<Comparison> comparisons) {
    Dialog<ButtonType> dialog =
        Sheets.sheet(owner, messages.text("casefile.replay.title"), content(comparisons));
    dialog.getDialogPane().getStylesheets().add("org/palimpsest/ui/casefile/casefile.css");
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(new ButtonType(messages.text("dialogs.close.text"), ButtonData.CANCEL_CLOSE));
    dialog.show();
  }

  private Node content(List<Comparison> comparisons) {
    long different = count(comparisons, Agreement.DIFFERENT);
    long not = count(comparisons, Agreement.NOT_COMPARED);
    long exact = count(comparisons, Agreement.EXACT);
    long near = count(comparisons, Agreement.WITHIN_TOLERANCE);
    boolean agrees = different == 0 && not == 0;
    Label outcome =
        new Label(
            messages.text(
                agrees ? "casefile.replay.agrees" : "casefile.replay.differs",
                exact,
                near,
                different,
                not));
    outcome.setId("replay-outcome");
    outcome.setWrapText(true);
    outcome.setPrefWidth(WIDTH);
    outcome.getStyleClass().add(agrees ? "holds" : "fails");
    ListView<Comparison> list = new ListView<>();
    list.setId("replay-list");
    list.getItems().setAll(comparisons);
    list.setPrefHeight(HEIGHT);
    list.setAccessibleText(messages.text("casefile.replay.title"));
    list.setCellFactory(view -> cell());
    return new VBox(12, outcome, list);
  }

  private static long count(List<Comparison> comparisons, Agreement agreement) {
    return comparisons.stream().filter(one -> one.agreement() == agreement).count();
  }

  private ListCell<Comparison> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable Comparison item, boolean empty) {
        super.updateItem(item, empty);
        setWrapText(true);
        setPrefWidth(0);
        setText(
            item == null || empty
                ? null
                : messages.text(
                    "casefile.replay.line", item.item(), words(item.agreement()), item.figures()));
      }
    };
  }

  private String words(Agreement agreement) {
    String key = agreement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return messages.text("casefile.agreement." + key);
  }
}
