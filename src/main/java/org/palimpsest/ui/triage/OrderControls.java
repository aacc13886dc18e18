package org.palimpsest.ui.triage;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.palimpsest.settings.Messages;

/** Chooses the order of the list, and the other way round. */
final class OrderControls {
  private final ComboBox<TriageOrder> order = new ComboBox<>();
  private final ToggleButton reversed = new ToggleButton();
  private final HBox box = new HBox(4, order, reversed);

  OrderControls(Messages messages, TriageViewModel model) {
    order.getItems().setAll(List.of(TriageOrder.values()));
    order.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable TriageOrder value) {
            return value == null ? "" : messages.text("triage.order." + value.key());
          }

          @Override
          public TriageOrder fromString(String text) {
            throw new UnsupportedOperationException("The box is not typed into");
          }
        });
    order.valueProperty().bindBidirectional(model.orderProperty());
    order.setId("triage-order");
    order.getStyleClass().add("small");
    order.setAccessibleText(messages.text("triage.order.accessible"));
    order.setTooltip(new Tooltip(messages.text("triage.order.tooltip")));
    reversed.selectedProperty().bindBidirectional(model.reversedProperty());
    reversed.setId("triage-reversed");
    reversed.getStyleClass().addAll("small", "button-icon");
    reversed.setAccessibleText(messages.text("triage.order.reversed"));
    reversed.setTooltip(new Tooltip(messages.text("triage.order.reversed")));
    reversed
        .graphicProperty()
        .bind(
            reversed
                .selectedProperty()
                .map(
                    up ->
                        new FontIcon(
                            up ? MaterialDesignS.SORT_REVERSE_VARIANT : MaterialDesignS.SORT)));
  }

  Node node() {
    return box;
  }
}
