package org.palimpsest.ui.viewer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.ColourMap;
import org.palimpsest.heatmap.OverlayRaster;
import org.palimpsest.heatmap.Palette;
import org.palimpsest.tasks.NewestOnly;

/** The coloured map, made anew on a background thread when its colours or its threshold change. */
final class OverlayImage {
  private final ViewerModel model;
  private final NewestOnly colouring;
  private final ReadOnlyObjectWrapper<@Nullable Image> image = new ReadOnlyObjectWrapper<>();

  /** Counts the pictures: colours for one before are dropped. */
  private int generation;

  OverlayImage(ViewerModel model) {
    this.model = model;
    colouring = new NewestOnly(model.pool());
    model.pictureProperty().subscribe(shown -> forget());
    model.paletteProperty().subscribe(palette -> colour());
    model.threshold().thresholdProperty().subscribe(threshold -> colour());
  }

  ReadOnlyObjectProperty<@Nullable Image> imageProperty() {
    return image.getReadOnlyProperty();
  }

  private void forget() {
    generation++;
    image.set(null);
    colour();
  }

  private void colour() {
    PreparedPicture shown = model.picture();
    if (shown == null || shown.map() == null) {
      return;
    }
    OverlayRaster raster = shown.map().raster();
    Palette palette = model.paletteProperty().get();
    int asked = generation;
    float threshold = model.threshold().threshold();
    colouring.ask(
        () -> {
          int[] pixels = raster.premultiplied(new ColourMap(palette), threshold);
          Image coloured = TileStore.image(raster.width(), raster.height(), pixels);
          model
              .fxThread()
              .accept(
                  () -> {
                    if (asked == generation) {
                      image.set(coloured);
                    }
                  });
        });
  }
}
