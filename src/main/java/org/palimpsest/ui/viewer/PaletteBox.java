package org.palimpsest.ui.viewer;

import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.ColourMap;
import org.palimpsest.heatmap.Palette;
import org.palimpsest.settings.Messages;

/** Chooses the colour map, each shown by its colours. */
final class PaletteBox extends ComboBox<Palette> {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 10;
  private static final double BOX = 104;

  PaletteBox(ViewerModel model, Messages messages) {
    setId("viewer-palette");
    getItems().setAll(Palette.values());
    valueProperty().bindBidirectional(model.paletteProperty());
    setCellFactory(list -> new Row(messages, true));
    setButtonCell(new Row(messages, false));
    setAccessibleText(messages.text("viewer.palette.choice"));
    setTooltip(new Tooltip(messages.text("viewer.palette.choice")));
    setPrefWidth(BOX);
    setMinWidth(BOX);
    setMaxWidth(BOX);
    setVisibleRowCount(Palette.values().length);
  }

  private static final class Row extends ListCell<Palette> {
    private final Messages messages;
    private final boolean named;

    Row(Messages messages, boolean named) {
      this.messages = messages;
      this.named = named;
    }

    @Override
    protected void updateItem(@Nullable Palette palette, boolean empty) {
      super.updateItem(palette, empty);
      if (empty || palette == null) {
        setGraphic(null);
        setText(null);
      } else {
        setGraphic(swatch(palette));
        String name = messages.text("viewer.palette." + palette.name().toLowerCase(Locale.ROOT));
        setText(named ? name : null);
        setAccessibleText(name);
      }
    }

    private static ImageView swatch(Palette palette) {
      ColourMap colours = new ColourMap(palette);
      int[] pixels = new int[WIDTH * HEIGHT];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = 0xff000000 | colours.colour(i % WIDTH / (WIDTH - 1f));
      }
      return new ImageView(TileStore.image(WIDTH, HEIGHT, pixels));
    }
  }
}
