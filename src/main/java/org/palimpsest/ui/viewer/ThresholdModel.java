package org.palimpsest.ui.viewer;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.palimpsest.heatmap.AreaCurve;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.heatmap.Point;
import org.palimpsest.heatmap.Region;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.NewestOnly;

/**
 * The threshold a map is read at. It starts where the examination measured; any other is the
 * examiner's own and is marked so. The area follows at once; outlines follow roughly at once, and
 * exactly, with the numbers of the list, when the threshold rests.
 */
public final class ThresholdModel {
  private static final long REST_MS = 90;

  private final ReadOnlyDoubleWrapper threshold = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper examiners = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper area = new ReadOnlyDoubleWrapper();
  private final ReadOnlyObjectWrapper<List<Region>> regions =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<List<Point>>> outlines =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper exact = new ReadOnlyBooleanWrapper(true);
  private final NewestOnly rough;
  private final NewestOnly precise;
  private final Consumer<Runnable> fxThread;
  private @Nullable PreparedMap map;

  /** Counts the maps: an answer about one before is dropped. */
  private int generation;

  ThresholdModel(BackgroundPool pool, Consumer<Runnable> fxThread) {
    this.rough = new NewestOnly(pool);
    this.precise = new NewestOnly(pool);
    this.fxThread = fxThread;
  }

  /** The threshold in use, 0..1. */
  public ReadOnlyDoubleProperty thresholdProperty() {
    return threshold.getReadOnlyProperty();
  }

  public float threshold() {
    return (float) threshold.get();
  }

  /** Whether the threshold is not the examination's own. */
  public ReadOnlyBooleanProperty examinersProperty() {
    return examiners.getReadOnlyProperty();
  }

  /** Share of the picture strictly above the threshold, 0..1; exact at all times. */
  public ReadOnlyDoubleProperty areaProperty() {
    return area.getReadOnlyProperty();
  }

  /** Regions above the last threshold at which they were measured, largest first. */
  public ReadOnlyObjectProperty<List<Region>> regionsProperty() {
    return regions.getReadOnlyProperty();
  }

  /**
   * Outlines in original pixels, largest first; those of the regions once {@link #exactProperty}.
   */
  public ReadOnlyObjectProperty<List<List<Point>>> outlinesProperty() {
    return outlines.getReadOnlyProperty();
  }

  /** Whether outlines and regions were measured at the threshold in use. */
  public ReadOnlyBooleanProperty exactProperty() {
    return exact.getReadOnlyProperty();
  }

  /** The threshold the examination measured at. */
  public float operating() {
    return map == null ? 0 : map.measured().threshold();
  }

  void map(@Nullable PreparedMap next) {
    map = next;
    generation++;
    if (next == null) {
      threshold.set(0);
      examiners.set(false);
      area.set(0);
      accept(List.of());
    } else {
      reset();
    }
  }

  /** Back to the threshold the examination measured at. */
  public void reset() {
    PreparedMap current = map;
    if (current != null) {
      threshold.set(current.measured().threshold());
      examiners.set(false);
      area.set(current.measured().areaShare());
      accept(current.measured().regions());
    }
  }

  /** Moves the threshold; it is rounded to three decimals. */
  public void move(double wanted) {
    PreparedMap current = map;
    if (current == null) {
      return;
    }
    int step = AreaCurve.step(wanted);
    float next = AreaCurve.threshold(step);
    if (step == AreaCurve.step(current.measured().threshold())) {
      reset();
    } else if (next != threshold()) {
      threshold.set(next);
      examiners.set(true);
      area.set(current.areas().shareAbove(step));
      exact.set(false);
      int asked = generation;
      rough.ask(() -> follow(current, next, asked));
      precise.ask(() -> measure(current, next, asked));
    }
  }

  private void follow(PreparedMap current, float at, int asked) {
    List<List<Point>> found = current.rough().above(at);
    fxThread.accept(
        () -> {
          if (asked == generation && !exact.get()) {
            outlines.set(found);
          }
        });
  }

  private void measure(PreparedMap current, float at, int asked) {
    try {
      Thread.sleep(REST_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (precise.isOutdated()) {
      return;
    }
    Heatmap measured = Heatmap.of(current.measured().map(), at);
    fxThread.accept(
        () -> {
          if (asked == generation && at == threshold()) {
            accept(measured.regions());
          }
        });
  }

  private void accept(List<Region> measured) {
    exact.set(true);
    regions.set(measured);
    outlines.set(measured.stream().map(Region::outline).toList());
  }
}
