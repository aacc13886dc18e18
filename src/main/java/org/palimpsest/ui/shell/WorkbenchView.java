package org.palimpsest.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How the parts of the window lie: menus and tools above, three panes, the work below. */
final class WorkbenchView {
  private static final String[] TOOLS = {
    "open-files",
    "open-folder",
    "paste",
    "|",
    "examine",
    "examine-with",
    "pause",
    "|",
    "report",
    "|",
    "find",
    "activity",
    "|",
    "help"
  };

  private static final double LIST_WIDTH = 300;
  private static final double INSPECTOR_WIDTH = 300;

  private final StackPane root = new StackPane();
  private final SplitPane split = new SplitPane();
  private final StackPane centre = new StackPane();
  private final StackPane noticePlace = new StackPane();
  private final VBox veil = new VBox();
  private final Label veilWords = new Label();
  private final Pane tourLayer = new Pane();
  private final Node empty;

  WorkbenchView(
      MenuBar menu,
      WorkbenchCommands commands,
      Features features,
      EmptyState empty,
      ActivityPane activity,
      StatusBar status) {
    this.empty = empty.node();
    split.getItems().setAll(features.list(), features.viewer(), features.inspector());
    split.getStyleClass().add("main-split");
    // Narrower, their texts are cut.
    widen(features.list(), LIST_WIDTH);
    widen(features.inspector(), INSPECTOR_WIDTH);
    SplitPane.setResizableWithParent(features.list(), false);
    SplitPane.setResizableWithParent(features.inspector(), false);
    centre.getChildren().setAll(split, this.empty);
    BorderPane frame = new BorderPane(centre);
    frame.setTop(new VBox(menu, tools(commands), noticePlace));
    frame.setBottom(new VBox(activity.node(), status.node()));
    veil.getStyleClass().add("veil");
    veil.getChildren().setAll(new ProgressIndicator(), veilWords);
    veil.setVisible(false);
    tourLayer.setPickOnBounds(false);
    root.getChildren().setAll(frame, tourLayer, veil);
    showNotice(null);
    showEmpty(true);
  }

  private static void widen(Node pane, double width) {
    if (pane instanceof Region region) {
      region.setMinWidth(width);
    }
  }

  private static HBox tools(WorkbenchCommands commands) {
    HBox bar = new HBox();
    bar.getStyleClass().add("window-bar");
    for (String key : TOOLS) {
      bar.getChildren()
          .add(
              key.equals("|")
                  ? new Separator(Orientation.VERTICAL)
                  : commands.get(key).iconButton());
    }
    return bar;
  }

  /** Shows the invitation to bring pictures in, or the panes. */
  void showEmpty(boolean nothing) {
    empty.setVisible(nothing);
    empty.setManaged(nothing);
    split.setVisible(!nothing);
  }

  boolean isEmpty() {
    return empty.isVisible();
  }

  /** Lays words over everything: nothing can be done any more. */
  void showVeil(String words) {
    veilWords.setText(words);
    veil.setVisible(true);
    veil.requestFocus();
  }

  /** A line below the tools; null for none. */
  void showNotice(@org.jspecify.annotations.Nullable Node notice) {
    noticePlace.getChildren().clear();
    if (notice != null) {
      noticePlace.getChildren().add(notice);
    }
    noticePlace.setMinHeight(notice == null ? 0 : Region.USE_PREF_SIZE);
  }

  SplitPane split() {
    return split;
  }

  Pane tourLayer() {
    return tourLayer;
  }

  Parent root() {
    return root;
  }
}
