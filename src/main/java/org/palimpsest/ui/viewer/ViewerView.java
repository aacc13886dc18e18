package org.palimpsest.ui.viewer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.ColourMap;
import org.palimpsest.heatmap.LegendStrip;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.Shortcut;
import org.palimpsest.ui.fx.picture.PictureLayer;

/** The viewer: tools above, the picture on neutral grey, legend and threshold below. */
public final class ViewerView {
  private final ViewerModel model;
  private final Messages messages;
  private final ViewerHooks hooks;
  private final PictureStage stage;
  private final StageInput input;
  private final VBox top = new VBox();
  private final BorderPane root = new BorderPane();
  private final HBox side = new HBox();
  private final BooleanProperty toolsShown = new SimpleBooleanProperty(false);
  private final BooleanProperty regionsShown = new SimpleBooleanProperty(false);

  /** A viewer that shows what its model holds. */
  public ViewerView(ViewerModel model, Messages messages, ViewerHooks hooks) {
    this.model = model;
    this.messages = messages;
    this.hooks = hooks;
    stage = new PictureStage(model);
    stage.setId("viewer-stage");
    stage.setAccessibleText(messages.text("viewer.stage"));
    input = new StageInput(stage, model);
    new ViewerKeys(model, this::export).attach(stage);
    ThresholdBar threshold = new ThresholdBar(model, messages);
    HBox readout = threshold.readout();
    StackPane centre = new StackPane(stage, readout, new ViewerMessage(model, messages));
    StackPane.setAlignment(readout, Pos.BOTTOM_LEFT);
    StackPane.setMargin(readout, new Insets(8));
    centre.setMinSize(0, 0);
    RegionsList regions = new RegionsList(model, messages);
    top.getChildren()
        .add(new ViewerToolBar(model, messages, regionsShown, toolsShown, this::export));
    root.setTop(top);
    root.setCenter(centre);
    root.setBottom(threshold);
    root.getStyleClass().add("viewer");
    root.getStylesheets().add("org/palimpsest/ui/viewer/viewer.css");
    regions.visibleProperty().bind(regionsShown);
    regions.managedProperty().bind(regionsShown);
    side.getChildren().add(regions);
    root.setRight(side);
  }

  /** The viewer's node. */
  public Node node() {
    return root;
  }

  /**
   * Puts drawings on the picture. They take the pointer while their tools are shown, for which the
   * viewer has a button.
   *
   * @param tools stand below the viewer's own
   * @param panel stands beside the picture
   */
  public void add(PictureLayer layer, Node tools, Node panel, ObservableValue<Boolean> panelShown) {
    stage.add(layer);
    input.add(layer, toolsShown::get);
    tools.visibleProperty().bind(toolsShown);
    tools.managedProperty().bind(toolsShown);
    top.getChildren().add(tools);
    panel.visibleProperty().bind(toolsShown.and(BooleanExpression.booleanExpression(panelShown)));
    panel.managedProperty().bind(panel.visibleProperty());
    side.getChildren().add(panel);
  }

  /** Whether the tools of drawing are shown, and with them what they do. */
  public BooleanProperty toolsShownProperty() {
    return toolsShown;
  }

  /** Whether the list of regions stands beside the picture. */
  public BooleanProperty regionsShownProperty() {
    return regionsShown;
  }

  /** Gives the picture the keyboard. */
  public void focus() {
    stage.requestFocus();
  }

  /** The viewer's keys, for the shortcut sheet. */
  public static List<Shortcut> shortcuts() {
    return ViewerKeys.ALL;
  }

  /** Asks where to and writes what is seen. */
  public void export() {
    PreparedPicture shown = model.picture();
    if (shown == null) {
      return;
    }
    Optional<Path> target = hooks.chooseFile().apply(suggestedName(shown.picture().name()));
    target.ifPresent(path -> export(shown, path));
  }

  private void export(PreparedPicture shown, Path target) {
    RgbImage seen = ViewExport.pixels(stage.seen());
    LegendStrip legend = legend(shown);
    Optional<Path> exhibit = model.original();
    Future<?> unused =
        model
            .pool()
            .submit(
                () -> {
                  try {
                    new ViewExport(messages).write(seen, legend, target, exhibit);
                    model.fxThread().accept(() -> hooks.saved().accept(target));
                  } catch (ExportException | RuntimeException e) {
                    model.fxThread().accept(() -> hooks.failed().accept(e));
                  }
                  return target;
                });
  }

  private @Nullable LegendStrip legend(PreparedPicture shown) {
    if (shown.map() == null || model.originalHeldProperty().get()) {
      return null;
    }
    ThresholdModel threshold = model.threshold();
    return new LegendStrip(
        new ColourMap(model.paletteProperty().get()),
        threshold.threshold(),
        threshold.areaProperty().get());
  }

  private static String suggestedName(String name) {
    int point = name.lastIndexOf('.');
    return (point > 0 ? name.substring(0, point) : name) + "-view.png";
  }
}
