package org.palimpsest.ui.casefile;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.Flaw;
import org.palimpsest.casework.store.Verification;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Sheets;

/** What verifying a case gave: that everything holds, or the first place that does not. */
final class VerifySheet {
  private static final int SHOWN = 12;
  private static final double WIDTH = 520;

  private final Messages messages;

  VerifySheet(Messages messages) {
    this.messages = messages;
  }

  void show(@Nullable Window owner, Verification result) {
    Dialog<ButtonType> dialog =
        Sheets.sheet(owner, messages.text("casefile.verify.title"), content(result));
    dialog.getDialogPane().getStylesheets().add("org/palimpsest/ui/casefile/casefile.css");
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(new ButtonType(messages.text("dialogs.close.text"), ButtonData.CANCEL_CLOSE));
    dialog.show();
  }

  Node content(Verification result) {
    VBox box = new VBox(10);
    Label outcome =
        wrapped(
            messages.text(
                result.holds()
                    ? "casefile.verify.holds"
                    : result.complete() ? "casefile.verify.fails" : "casefile.verify.incomplete"));
    outcome.setId("verify-outcome");
    outcome.getStyleClass().add(result.holds() ? "holds" : "fails");
    outcome.setMaxWidth(Double.MAX_VALUE);
    box.getChildren().add(outcome);
    List<Flaw> flaws = result.flaws();
    for (Flaw flaw : flaws.stream().limit(SHOWN).toList()) {
      Label line = wrapped("%s: %s".formatted(flaw.place(), VisibleName.of(flaw.sentence())));
      if (box.getChildren().size() == 1) {
        line.setId("verify-first");
      }
      box.getChildren().add(line);
    }
    if (flaws.size() > SHOWN) {
      box.getChildren().add(wrapped(messages.text("casefile.verify.more", flaws.size() - SHOWN)));
    }
    box.getChildren()
        .add(
            wrapped(
                messages.text(
                    "casefile.verify.counts",
                    result.entries(),
                    result.examinations(),
                    result.exhibits(),
                    result.unread())));
    TextField head = new TextField(result.head());
    head.setEditable(false);
    head.setAccessibleText(messages.text("casefile.verify.head"));
    box.getChildren().addAll(wrapped(messages.text("casefile.verify.head")), head);
    return box;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setPrefWidth(WIDTH);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
