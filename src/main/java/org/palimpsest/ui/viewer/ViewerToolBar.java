package org.palimpsest.ui.viewer;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.property.Property;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.palimpsest.settings.Messages;

/** Zoom, comparison and what is drawn, above the picture. */
final class ViewerToolBar extends ToolBar {
  private final ViewerModel model;
  private final Messages messages;

  ViewerToolBar(
      ViewerModel model,
      Messages messages,
      Property<Boolean> regionsShown,
      Property<Boolean> toolsShown,
      Runnable export) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("viewer-toolbar");
    Label zoom = new Label();
    zoom.getStyleClass().add("zoom-label");
    zoom.setId("viewer-zoom");
    model.viewport().viewProperty().subscribe(view -> zoom.setText(percent()));
    getItems()
        .addAll(
            button("fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE, () -> model.viewport().fit()),
            button("whole", MaterialDesignR.RELATIVE_SCALE, () -> model.viewport().oneToOne()),
            button("out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, () -> model.viewport().zoom(-1)),
            zoom,
            button("in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, () -> model.viewport().zoom(1)),
            separator(),
            modes(),
            hold(),
            separator(),
            toggle("outlines", MaterialDesignV.VECTOR_POLYGON, model.outlinesProperty()),
            toggle("magnifier", MaterialDesignM.MAGNIFY_SCAN, model.magnifierProperty()),
            toggle("regions", MaterialDesignF.FORMAT_LIST_NUMBERED, regionsShown),
            separator(),
            toggle("annotate", MaterialDesignD.DRAW, toolsShown),
            button("export", MaterialDesignE.EXPORT_VARIANT, export));
  }

  private static Separator separator() {
    return new Separator(Orientation.VERTICAL);
  }

  private String percent() {
    double magnification = model.viewport().magnification() * 100;
    return String.format(Locale.ROOT, magnification < 10 ? "%.1f %%" : "%.0f %%", magnification);
  }

  private Node modes() {
    ToggleButton overlay = mode("overlay", MaterialDesignL.LAYERS_OUTLINE, CompareMode.OVERLAY);
    ToggleButton side = mode("side", MaterialDesignV.VIEW_SPLIT_VERTICAL, CompareMode.SIDE_BY_SIDE);
    ToggleButton swipe = mode("swipe", MaterialDesignI.IMAGE_FILTER_BLACK_WHITE, CompareMode.SWIPE);
    overlay.getStyleClass().add(Styles.LEFT_PILL);
    side.getStyleClass().add(Styles.CENTER_PILL);
    swipe.getStyleClass().add(Styles.RIGHT_PILL);
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(overlay, side, swipe);
    model
        .modeProperty()
        .subscribe(
            mode ->
                group.getToggles().stream()
                    .filter(toggle -> toggle.getUserData() == mode)
                    .forEach(group::selectToggle));
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              Toggle chosen = now == null ? before : now;
              // A second click on the chosen mode leaves it chosen.
              group.selectToggle(chosen);
              model.modeProperty().set((CompareMode) chosen.getUserData());
            });
    return new HBox(overlay, side, swipe);
  }

  private ToggleButton mode(String name, Ikon icon, CompareMode mode) {
    ToggleButton button = new ToggleButton();
    button.setUserData(mode);
    dress(button, name, icon);
    return button;
  }

  private Node hold() {
    Button button = button("original", MaterialDesignE.EYE_OUTLINE, () -> {});
    button.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hold(true));
    button.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> hold(false));
    button.addEventFilter(KeyEvent.KEY_PRESSED, event -> hold(event, true));
    button.addEventFilter(KeyEvent.KEY_RELEASED, event -> hold(event, false));
    button
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                hold(false);
              }
            });
    return button;
  }

  private void hold(KeyEvent event, boolean down) {
    if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
      hold(down);
    }
  }

  private void hold(boolean down) {
    model.originalHeldProperty().set(down);
  }

  private Button button(String name, Ikon icon, Runnable action) {
    Button button = new Button();
    button.setOnAction(event -> action.run());
    dress(button, name, icon);
    return button;
  }

  private ToggleButton toggle(String name, Ikon icon, Property<Boolean> property) {
    ToggleButton button = new ToggleButton();
    button.selectedProperty().bindBidirectional(property);
    dress(button, name, icon);
    return button;
  }

  private void dress(ButtonBase button, String name, Ikon icon) {
    String text = messages.text("viewer.tool." + name);
    button.setId("viewer-" + name);
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setTooltip(new Tooltip(text));
    button.setAccessibleText(text);
  }
}
