package org.palimpsest.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.ImageDecoder;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.fx.picture.PicturePoint;

class ViewerModelTest {
  private final BackgroundPool pool = new BackgroundPool("viewer-test", 2);
  private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
  private final ViewerModel model = new ViewerModel(pool, fx::add);

  @AfterEach
  void close() {
    pool.close();
  }

  private void untilRead() throws InterruptedException {
    while (model.stateProperty().get() instanceof ViewerState.Loading) {
      @Nullable Runnable next = fx.poll(10, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      next.run();
    }
  }

  private static PictureSource failing(Throwable failure) {
    return new PictureSource() {
      @Override
      public String name() {
        return "broken.jpg";
      }

      @Override
      public ViewedPicture load() throws Exception {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (Exception) failure;
      }
    };
  }

  @Test
  void aPictureThatCannotBeReadIsSaidWithItsReason() throws InterruptedException {
    PictureSource damaged =
        new PictureSource() {
          @Override
          public String name() {
            return "notes.jpg";
          }

          @Override
          public ViewedPicture load() throws DecodeException {
            byte[] bytes = "no picture".getBytes(StandardCharsets.UTF_8);
            return ViewedPicture.unexamined(name(), ImageDecoder.decode(bytes).pixels());
          }
        };
    model.open(damaged);
    untilRead();
    ViewerState state = model.stateProperty().get();
    assertThat(state).isInstanceOf(ViewerState.Failed.class);
    assertThat(((ViewerState.Failed) state).failure()).isInstanceOf(DecodeException.class);
    assertThat(model.picture()).isNull();
  }

  @Test
  void aPictureTooLargeForTheMemoryLeavesTheViewerUsable() throws InterruptedException {
    model.open(failing(new OutOfMemoryError("as a test")));
    untilRead();
    assertThat(model.stateProperty().get()).isInstanceOf(ViewerState.Failed.class);
    model.open(PictureSource.of(ViewedPicture.unexamined("a.png", RgbImage.black(3, 2))));
    untilRead();
    assertThat(model.stateProperty().get()).isEqualTo(new ViewerState.Shown("a.png", false));
  }

  @Test
  void aMapOfAnotherSizeIsLeftOutAndSaid() throws InterruptedException {
    Heatmap foreign = Heatmap.of(new FloatMap(4, 4, new float[16]), 0.5f);
    model.open(
        PictureSource.of(new ViewedPicture("a.png", RgbImage.black(8, 4), foreign, "a test")));
    untilRead();
    assertThat(model.stateProperty().get()).isEqualTo(new ViewerState.Shown("a.png", true));
    PreparedPicture shown = Objects.requireNonNull(model.picture());
    assertThat(shown.map()).isNull();
    assertThat(shown.image().width()).isEqualTo(8);
  }

  @Test
  void ofManyPicturesAskedForInARowTheLastIsShown() throws InterruptedException {
    for (int i = 1; i <= 30; i++) {
      model.open(PictureSource.of(ViewedPicture.unexamined(i + ".png", RgbImage.black(i, i))));
    }
    untilRead();
    assertThat(model.stateProperty().get()).isEqualTo(new ViewerState.Shown("30.png", false));
    PreparedPicture shown = Objects.requireNonNull(model.picture());
    assertThat(shown.image().width()).isEqualTo(30);
  }

  @Test
  void theReadOutGivesTheOriginalsValues() throws InterruptedException {
    RgbImage image = RgbImage.black(5, 4);
    image.rgb()[(2 * 5 + 3) * 3 + 1] = (byte) 200;
    float[] values = new float[20];
    values[2 * 5 + 3] = 0.25f;
    Heatmap heatmap = Heatmap.of(new FloatMap(5, 4, values), 0.5f);
    model.open(PictureSource.of(new ViewedPicture("a.png", image, heatmap, "a test")));
    untilRead();
    model.pointAt(new PicturePoint(3.99, 2.01));
    assertThat(model.readoutProperty().get()).isEqualTo(new Readout(3, 2, 0, 200, 0, 0.25f));
    model.pointAt(new PicturePoint(5, 2));
    assertThat(model.readoutProperty().get()).isNull();
    model.pointAt(new PicturePoint(-0.01, 2));
    assertThat(model.readoutProperty().get()).isNull();
  }

  @Test
  void regionsAreWalkedThroughInARound() throws InterruptedException {
    float[] values = new float[100 * 100];
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 20; j++) {
        values[(10 + i) * 100 + 10 + j] = 1;
      }
      for (int j = 0; j < 10; j++) {
        values[(60 + i) * 100 + 60 + j] = 1;
      }
    }
    Heatmap heatmap = Heatmap.of(new FloatMap(100, 100, values), 0.5f);
    model.viewport().resize(400, 300, 1);
    model.open(
        PictureSource.of(new ViewedPicture("a.png", RgbImage.black(100, 100), heatmap, "a test")));
    untilRead();
    model.step(1);
    assertThat(model.selectedRegionProperty().get()).isEqualTo(heatmap.regions().get(0));
    model.step(1);
    assertThat(model.selectedRegionProperty().get()).isEqualTo(heatmap.regions().get(1));
    model.step(1);
    assertThat(model.selectedRegionProperty().get()).isEqualTo(heatmap.regions().get(0));
    model.step(-1);
    assertThat(model.selectedRegionProperty().get()).isEqualTo(heatmap.regions().get(1));
  }
}
