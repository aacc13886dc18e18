package org.palimpsest.ui.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.palimpsest.machine.StartException;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.ui.fx.FxThread;
import org.palimpsest.ui.fx.FxToolkit;

/**
 * Times the frames of the real viewer in a real window: between two frames an action changes
 * something, and the interval from frame to frame, not held to the screen's rate, is what a person
 * would wait. Frames of the first actions, while code is being compiled, are not counted.
 */
public final class ViewerBenchmark {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 1000;

  private record Action(String name, Runnable before, IntConsumer step) {}

  private final Cancellation cancellation;
  private final int megapixels;
  private final int frames;
  private final List<ActionTiming> timings = new ArrayList<>();

  /**
   * A benchmark that has not run.
   *
   * @param megapixels size of the picture
   * @param frames counted for each action
   * @param cancellation closes the window when the process is to end
   */
  public ViewerBenchmark(int megapixels, int frames, Cancellation cancellation) {
    this.cancellation = cancellation;
    this.megapixels = megapixels;
    this.frames = frames;
  }

  /**
   * Opens a window, measures and closes it. The toolkit can be started once in a process.
   *
   * @param headless draws in software, without a screen
   * @throws StartException if the display does not open
   */
  public List<ActionTiming> run(boolean headless) throws StartException, InterruptedException {
    if (headless) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    System.setProperty("javafx.animation.fullspeed", "true");
    ViewedPicture picture = BenchScene.ofMegapixels(megapixels).picture();
    try (BackgroundPool pool = new BackgroundPool("viewer-bench", 2)) {
      FxToolkit.untilClosed(
          stage -> {
            open(stage, picture, pool);
            return stage::close;
          },
          cancellation);
    }
    return List.copyOf(timings);
  }

  private void open(Stage stage, ViewedPicture picture, BackgroundPool pool) {
    ViewerModel model = new ViewerModel(pool, FxThread::run);
    ViewerHooks hooks = new ViewerHooks(name -> Optional.empty(), path -> {}, failure -> {});
    ViewerView view = new ViewerView(model, new Messages(Locale.ENGLISH), hooks);
    stage.setScene(new Scene((Parent) view.node(), WIDTH, HEIGHT));
    stage.show();
    long asked = System.nanoTime();
    model
        .stateProperty()
        .subscribe(
            state -> {
              if (state instanceof ViewerState.Shown) {
                double ms = (System.nanoTime() - asked) / 1e6;
                timings.add(new ActionTiming("first picture (once)", 1, ms, ms, ms));
                new Pacer(stage, actions(model)).start();
              }
            });
    model.open(PictureSource.of(picture));
  }

  private List<Action> actions(ViewerModel model) {
    ViewportModel viewport = model.viewport();
    Runnable fit =
        () -> {
          model.modeProperty().set(CompareMode.OVERLAY);
          viewport.fit();
        };
    return List.of(
        new Action("warm-up", fit, step -> viewport.zoom(step % 20 < 10 ? 1 : -1, 300, 300)),
        new Action(
            "pan, one to one",
            () -> viewport.oneToOne(0, 0),
            step -> viewport.pan(step / 40 % 2 == 0 ? -40 : 40, step % 80 < 60 ? -25 : 40)),
        new Action(
            "pan, one to four",
            () -> {
              viewport.oneToOne(0, 0);
              viewport.zoom(-4, 0, 0);
            },
            step -> viewport.pan(step / 20 % 2 == 0 ? -40 : 40, step % 40 < 30 ? -25 : 40)),
        new Action(
            "zoom at the pointer",
            fit,
            step -> viewport.zoom(step % 40 < 20 ? 0.5 : -0.5, 620, 410)),
        new Action("opacity", fit, step -> model.opacityProperty().set(step % 100 / 100.0)),
        new Action(
            "threshold, with outlines",
            fit,
            step -> model.threshold().move(0.2 + step % 60 / 100.0)),
        new Action(
            "swipe divider",
            () -> {
              fit.run();
              model.threshold().reset();
              model.modeProperty().set(CompareMode.SWIPE);
            },
            step -> model.dividerProperty().set(step % 100 / 100.0)));
  }

  /** Does one step a frame and notes the time from frame to frame. */
  private final class Pacer extends AnimationTimer {
    private final Stage stage;
    private final List<Action> actions;
    private final double[] ms = new double[frames];
    private int action;
    private int step = -10;
    private long last;

    Pacer(Stage stage, List<Action> actions) {
      this.stage = stage;
      this.actions = actions;
    }

    @Override
    public void handle(long now) {
      Action current = actions.get(action);
      long time = System.nanoTime();
      if (step == -10) {
        current.before().run();
      } else if (step >= 0) {
        ms[step] = (time - last) / 1e6;
      }
      last = time;
      step++;
      current.step().accept(step + 10);
      if (step == frames) {
        finish(current);
      }
    }

    private void finish(Action done) {
      Arrays.sort(ms);
      if (action > 0) {
        timings.add(ActionTiming.of(done.name(), ms));
      }
      step = -10;
      action++;
      if (action == actions.size()) {
        stop();
        stage.close();
      }
    }
  }
}
