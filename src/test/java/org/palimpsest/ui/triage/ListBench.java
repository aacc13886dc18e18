package org.palimpsest.ui.triage;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.CaseFixture;
import org.palimpsest.ui.fx.FxThread;

/**
 * Times the evidence list on ten thousand exhibits: sorting, filtering, scrolling. A program for
 * people, not a test: the machine's load decides its figures.
 */
final class ListBench {
  private static final int EXHIBITS = 10_000;
  private static final int EXAMINED = 1_000;
  private static final int FRAMES = 300;
  private static final double STEP = 60;

  private ListBench() {}

  /** Prints medians and 95th percentiles in milliseconds. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("list-bench");
    BackgroundPool pool = new BackgroundPool("bench", 1);
    CaseFile open = CaseFixture.create(folder.resolve("bench.palimpsest"));
    List<Long> ids =
        CaseFixture.add(
            open,
            IntStream.rangeClosed(1, EXHIBITS)
                .mapToObj(i -> Path.of("/pictures/DSC_%05d.jpg".formatted(i)))
                .toList());
    CaseFixture.synthesise(open, ids.subList(0, EXAMINED));
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          TriageViewModel model =
              new TriageViewModel(CaseFixture::point, pool, FxThread::run, problem -> {});
          TriageView view =
              new TriageView(
                  new Messages(Locale.ENGLISH),
                  model,
                  new TriageActions(
                      id -> {}, some -> {}, some -> {}, path -> {}, (title, q) -> Optional.empty()),
                  pool,
                  FxThread::run);
          Stage stage = new Stage();
          stage.setScene(new Scene((Parent) view.node(), 900, 900));
          stage.show();
          model.open(open);
          new Scroll(model, (Parent) view.node(), done).start();
        });
    done.await();
    Platform.exit();
    pool.close();
    open.close();
  }

  /** Waits for the list, sorts and filters it, then scrolls a step with every pulse. */
  private static final class Scroll extends AnimationTimer {
    private final TriageViewModel model;
    private final Parent view;
    private final CountDownLatch done;
    private final List<Double> intervals = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private long last;
    private long lastCpu;
    private boolean sorted;

    Scroll(TriageViewModel model, Parent view, CountDownLatch done) {
      this.model = model;
      this.view = view;
      this.done = done;
    }

    @Override
    public void handle(long now) {
      if (model.rows().size() < EXHIBITS && !sorted) {
        return;
      }
      if (!sorted) {
        sorted = true;
        sortAndFilter();
        return;
      }
      if (last != 0) {
        intervals.add((now - last) / 1e6);
        work.add((cpu() - lastCpu) / 1e6);
      }
      last = now;
      lastCpu = cpu();
      if (view.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
        flow.scrollPixels(STEP);
      }
      if (intervals.size() == FRAMES) {
        stop();
        print("interval between pulses while scrolling", intervals);
        print("processor time of a pulse while scrolling", work);
        done.countDown();
      }
    }

    private void sortAndFilter() {
      List<Double> sorting = new ArrayList<>();
      List<Double> filtering = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        sorting.add(timed(() -> model.orderBy(TriageOrder.NAME)));
        sorting.add(timed(() -> model.orderBy(TriageOrder.SUSPECT)));
        filtering.add(timed(() -> model.filterProperty().set(TriageFilter.NONE.withText("DSC_0"))));
        filtering.add(timed(() -> model.filterProperty().set(TriageFilter.NONE)));
      }
      print("sorting", sorting);
      print("filtering", filtering);
    }

    private static double timed(Runnable work) {
      long begin = cpu();
      work.run();
      return (cpu() - begin) / 1e6;
    }

    /** Processor time of the window's thread, which other programs do not lengthen. */
    private static long cpu() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, List<Double> values) {
      Collections.sort(values);
      System.out.printf(
          Locale.ROOT,
          "%s: median %.1f ms, 95th percentile %.1f ms, longest %.1f ms%n",
          what,
          values.get(values.size() / 2),
          values.get((int) (values.size() * 0.95)),
          values.getLast());
    }
  }
}
