package org.palimpsest.ui.viewer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.Overlay;
import org.palimpsest.heatmap.Palette;
import org.palimpsest.heatmap.Region;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.NewestOnly;
import org.palimpsest.ui.fx.picture.PicturePoint;

/** What is looked at, and how; knows no control. Used on the FX thread only. */
public final class ViewerModel {
  private final ReadOnlyObjectWrapper<ViewerState> state =
      new ReadOnlyObjectWrapper<>(new ViewerState.Empty());
  private final ReadOnlyObjectWrapper<@Nullable PreparedPicture> picture =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<CompareMode> mode = new SimpleObjectProperty<>(CompareMode.OVERLAY);
  private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.VIRIDIS);
  private final DoubleProperty opacity = new SimpleDoubleProperty(Overlay.standard().opacity());
  private final DoubleProperty divider = new SimpleDoubleProperty(0.5);
  private final BooleanProperty outlines = new SimpleBooleanProperty(true);
  private final BooleanProperty magnifier = new SimpleBooleanProperty(false);
  private final BooleanProperty originalHeld = new SimpleBooleanProperty(false);
  private final ObjectProperty<@Nullable Region> selectedRegion = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Readout> readout = new ReadOnlyObjectWrapper<>();
  private Optional<Path> original = Optional.empty();
  private final ViewportModel viewport = new ViewportModel();
  private final ThresholdModel threshold;
  private final NewestOnly loading;
  private final BackgroundPool pool;
  private final Consumer<Runnable> fxThread;

  /**
   * An empty viewer.
   *
   * @param pool for reading, measuring and colouring; at least two threads
   * @param fxThread runs what it is given on the FX thread
   */
  public ViewerModel(BackgroundPool pool, Consumer<Runnable> fxThread) {
    this.pool = pool;
    this.fxThread = fxThread;
    threshold = new ThresholdModel(pool, fxThread);
    loading = new NewestOnly(pool);
  }

  // Properties

  public ReadOnlyObjectProperty<ViewerState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable PreparedPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  @Nullable PreparedPicture picture() {
    return picture.get();
  }

  public ObjectProperty<CompareMode> modeProperty() {
    return mode;
  }

  public ObjectProperty<Palette> paletteProperty() {
    return palette;
  }

  /** Opacity of a value at or above the threshold, 0..1. */
  public DoubleProperty opacityProperty() {
    return opacity;
  }

  /** Where the divider of {@link CompareMode#SWIPE} lies, 0 (left) to 1. */
  public DoubleProperty dividerProperty() {
    return divider;
  }

  public BooleanProperty outlinesProperty() {
    return outlines;
  }

  public BooleanProperty magnifierProperty() {
    return magnifier;
  }

  /** Whether only the original is shown for as long as something is held down. */
  public BooleanProperty originalHeldProperty() {
    return originalHeld;
  }

  public ObjectProperty<@Nullable Region> selectedRegionProperty() {
    return selectedRegion;
  }

  /** The pixel under the pointer; null outside the picture. */
  public ReadOnlyObjectProperty<@Nullable Readout> readoutProperty() {
    return readout.getReadOnlyProperty();
  }

  /** The file of the exhibit that is shown. */
  Optional<Path> original() {
    return original;
  }

  public ViewportModel viewport() {
    return viewport;
  }

  public ThresholdModel threshold() {
    return threshold;
  }

  BackgroundPool pool() {
    return pool;
  }

  Consumer<Runnable> fxThread() {
    return fxThread;
  }

  // Commands

  /** Reads a picture on a background thread and shows it, unless another is asked for meanwhile. */
  public void open(PictureSource source) {
    ViewerState.Loading asked = new ViewerState.Loading(source.name());
    state.set(asked);
    loading.ask(
        () -> {
          if (!loading.isOutdated()) {
            load(source, asked);
          }
        });
  }

  /** Shows nothing. */
  public void close() {
    show(null, new ViewerState.Empty());
  }

  private void load(PictureSource source, ViewerState.Loading asked) {
    Runnable next;
    try {
      PreparedPicture prepared = PreparedPicture.of(source.load());
      ViewerState shown = new ViewerState.Shown(source.name(), prepared.mapRefused());
      next =
          () -> {
            original = source.original();
            show(prepared, shown);
          };
    } catch (Exception | OutOfMemoryError e) {
      // One picture too many for the memory must not take the window with it.
      next = () -> show(null, new ViewerState.Failed(source.name(), e));
    }
    Runnable answer = next;
    fxThread.accept(
        () -> {
          if (state.get() == asked) {
            answer.run();
          }
        });
  }

  private void show(@Nullable PreparedPicture next, ViewerState now) {
    readout.set(null);
    selectedRegion.set(null);
    if (next != null) {
      viewport.picture(next.image().width(), next.image().height());
    }
    picture.set(next);
    threshold.map(next == null ? null : next.map());
    state.set(now);
  }

  /** The pointer is over a place of the picture, or null outside the viewer. */
  void pointAt(@Nullable PicturePoint point) {
    PreparedPicture shown = picture.get();
    readout.set(
        point == null || shown == null
            ? null
            : Readout.at(
                point, shown.image(), shown.map() == null ? null : shown.map().measured().map()));
  }

  /** Selects a region and shows it with its surroundings. */
  public void show(Region region) {
    selectedRegion.set(region);
    viewport.show(region.box());
  }

  /** Goes to the next region, or an earlier one; round from the last to the first. */
  public void step(int by) {
    List<Region> regions = threshold.regionsProperty().get();
    if (!regions.isEmpty()) {
      Region selected = selectedRegion.get();
      int now = selected == null ? (by > 0 ? -1 : 0) : regions.indexOf(selected);
      show(regions.get(Math.floorMod(now + by, regions.size())));
    }
  }

  /** The next colour map. */
  public void nextPalette() {
    List<Palette> all = List.of(Palette.values());
    palette.set(all.get((all.indexOf(palette.get()) + 1) % all.size()));
  }
}
