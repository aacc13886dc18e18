package org.palimpsest.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.imaging.TestImages;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.fx.FxThread;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Minutes long: {@code -Dpalimpsest.long=true}. */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "palimpsest.long", matches = "true")
class ViewerMemoryLongTest {
  private static final int PICTURES = 1000;

  private final BackgroundPool pool = new BackgroundPool("viewer-long", 2);
  private final ViewerModel model = new ViewerModel(pool, FxThread::run);

  @Start
  void start(Stage stage) {
    ViewerHooks hooks = new ViewerHooks(name -> Optional.empty(), path -> {}, failure -> {});
    ViewerView view = new ViewerView(model, new Messages(Locale.ENGLISH), hooks);
    stage.setScene(new Scene((Parent) view.node(), 900, 700));
    stage.show();
  }

  @Test
  void aThousandPicturesOpenedInTurnLeaveNoMoreThanTheFirstHundred(FxRobot robot) throws Exception {
    long afterHundred = 0;
    for (int i = 1; i <= PICTURES; i++) {
      open(i);
      robot.interact(() -> model.threshold().move(0.4));
      robot.interact(() -> model.viewport().oneToOne());
      WaitForAsyncUtils.sleep(20, TimeUnit.MILLISECONDS);
      if (i == 100) {
        afterHundred = used();
      }
    }
    long afterAll = used();
    System.out.printf(
        Locale.ROOT,
        "heap in use after 100 pictures %.1f MB, after %d %.1f MB%n",
        afterHundred / 1e6,
        PICTURES,
        afterAll / 1e6);
    assertThat(afterAll - afterHundred).isLessThan(32_000_000);
    pool.close();
  }

  private void open(int seed) throws Exception {
    int width = 1000 + seed % 7 * 100;
    int height = 800 + seed % 5 * 100;
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / width % 200 < 100 && i % width % 300 < 150 ? 0.9f : 0.1f;
    }
    ViewedPicture picture =
        new ViewedPicture(
            seed + ".png",
            TestImages.photograph(width, height, seed),
            Heatmap.of(new FloatMap(width, height, values), 0.5f),
            "a test");
    FxThread.run(() -> model.open(PictureSource.of(picture)));
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () ->
            model.stateProperty().get() instanceof ViewerState.Shown shown
                && shown.name().equals(seed + ".png"));
  }

  private static long used() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(150);
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
