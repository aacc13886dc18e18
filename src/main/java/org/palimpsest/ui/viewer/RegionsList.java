package org.palimpsest.ui.viewer;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.Region;
import org.palimpsest.settings.Messages;

/** The marked regions, largest first; choosing one shows it closely. */
final class RegionsList extends VBox {
  private final ViewerModel model;
  private final Messages messages;
  private final Label title = new Label();
  private final ListView<Region> list = new ListView<>();
  private boolean following;

  RegionsList(ViewerModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("regions-list");
    title.getStyleClass().add("regions-title");
    list.setId("viewer-regions-list");
    list.setAccessibleText(messages.text("viewer.regions.title"));
    Label none = new Label(messages.text("viewer.regions.none"));
    none.setWrapText(true);
    none.getStyleClass().add("regions-none");
    list.setPlaceholder(none);
    list.setCellFactory(view -> new Row());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title, list);
    model.threshold().regionsProperty().subscribe(this::fill);
    model.selectedRegionProperty().subscribe(this::select);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            region -> {
              if (region != null && !following) {
                model.show(region);
              }
            });
  }

  private void fill(List<Region> regions) {
    following = true;
    title.setText(messages.text("viewer.regions.count", regions.size()));
    list.getItems().setAll(regions);
    following = false;
    select(model.selectedRegionProperty().get());
  }

  private void select(@Nullable Region region) {
    following = true;
    if (region == null || !list.getItems().contains(region)) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(region);
      list.scrollTo(region);
    }
    following = false;
  }

  private final class Row extends ListCell<Region> {
    @Override
    protected void updateItem(@Nullable Region region, boolean empty) {
      super.updateItem(region, empty);
      if (empty || region == null) {
        setText(null);
        return;
      }
      PreparedPicture shown = model.picture();
      double pixels = shown == null ? 1 : (double) shown.image().width() * shown.image().height();
      setText(
          messages.text(
              "viewer.regions.row",
              getIndex() + 1,
              String.format(Locale.ROOT, "%.2f", region.area() / pixels * 100),
              String.format(Locale.ROOT, "%.2f", region.peak()),
              region.box().width(),
              region.box().height()));
    }
  }
}
