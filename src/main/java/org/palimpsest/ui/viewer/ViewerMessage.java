package org.palimpsest.ui.viewer;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.settings.Messages;

/** What stands in the picture's place: nothing chosen, being read, or why it cannot be shown. */
final class ViewerMessage extends VBox {
  private final Messages messages;
  private final ProgressIndicator busy = new ProgressIndicator();
  private final FontIcon alert = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
  private final Label words = new Label();

  ViewerMessage(ViewerModel model, Messages messages) {
    super(12);
    this.messages = messages;
    setAlignment(Pos.CENTER);
    setMouseTransparent(true);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getStyleClass().add("viewer-message");
    busy.setMaxSize(28, 28);
    alert.setIconSize(28);
    words.setId("viewer-message");
    words.setWrapText(true);
    words.setMaxWidth(360);
    getChildren().addAll(busy, alert, words);
    for (var child : getChildren()) {
      child.managedProperty().bind(child.visibleProperty());
    }
    model.stateProperty().subscribe(this::show);
  }

  private void show(ViewerState state) {
    busy.setVisible(state instanceof ViewerState.Loading);
    alert.setVisible(state instanceof ViewerState.Failed);
    String text =
        switch (state) {
          case ViewerState.Empty empty -> messages.text("viewer.empty");
          case ViewerState.Loading loading -> messages.text("viewer.loading", loading.name());
          case ViewerState.Shown shown ->
              shown.mapRefused() ? messages.text("viewer.map.foreign") : "";
          case ViewerState.Failed failed -> failure(failed);
        };
    words.setText(text);
    setVisible(!text.isEmpty());
  }

  private String failure(ViewerState.Failed failed) {
    Throwable cause = failed.failure();
    String code = code(cause).map(found -> " (" + found + ")").orElse("");
    String why =
        cause instanceof OutOfMemoryError
            ? messages.text("viewer.failed.memory")
            : Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    return messages.text("viewer.failed", failed.name(), why + code);
  }

  private static Optional<String> code(Throwable cause) {
    return cause instanceof DecodeException decoding
        ? Optional.of(decoding.code())
        : Optional.empty();
  }
}
