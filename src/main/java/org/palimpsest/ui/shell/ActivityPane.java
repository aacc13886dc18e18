package org.palimpsest.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.desk.CaseDesk;
import org.palimpsest.casework.store.Job;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.Work;
import org.palimpsest.tasks.WorkListener;
import org.palimpsest.tasks.WorkQueue;
import org.palimpsest.tasks.WorkTotals;
import org.palimpsest.ui.activity.ActivityModel;
import org.palimpsest.ui.activity.ActivityView;
import org.palimpsest.ui.activity.QueueControls;
import org.palimpsest.ui.fx.Background;
import org.palimpsest.ui.fx.Coalesced;

/** The queue of the open case, in the pane above the status line and in the line itself. */
final class ActivityPane {
  private final Messages messages;
  private final Background background;
  private final StatusBar status;
  private final StackPane root = new StackPane();
  private @Nullable ActivityModel<Job> model;

  ActivityPane(Messages messages, Background background, StatusBar status) {
    this.messages = messages;
    this.background = background;
    this.status = status;
    root.setId("activity");
    setShown(false);
  }

  void open(CaseDesk desk) {
    ActivityModel<Job> next =
        new ActivityModel<>(
            desk.examinations(),
            job -> String.valueOf(job.path().getFileName()),
            controls(desk),
            messages);
    model = next;
    Coalesced refresh = new Coalesced(next::refresh);
    desk.examinations().listen(asking(refresh));
    Coalesced reading = new Coalesced(() -> showArrivals(desk.arrivals()));
    desk.arrivals().listen(asking(reading));
    refresh.ask();
    reading.ask();
    root.getChildren().setAll(new ActivityView<>(next, messages).node());
    status.follow(next.summaryProperty(), next.shareProperty());
  }

  void close() {
    model = null;
    root.getChildren().clear();
    status.followNothing();
    status.showArrivals("");
  }

  private static <T> WorkListener<T> asking(Coalesced refresh) {
    return new WorkListener<>() {
      @Override
      public void changed(Work<T> work) {
        refresh.ask();
      }

      @Override
      public void queueChanged() {
        refresh.ask();
      }
    };
  }

  private void showArrivals(WorkQueue<Long> arrivals) {
    WorkTotals totals = arrivals.totals();
    if (totals.left() == 0) {
      status.showArrivals("");
      if (totals.all() > 0) {
        arrivals.forgetFinished();
      }
      return;
    }
    status.showArrivals(
        messages.text("shell.status.arrivals", totals.all() - totals.left(), totals.all()));
  }

  boolean isPaused() {
    return model != null && model.pausedProperty().get();
  }

  void setShown(boolean shown) {
    root.setVisible(shown);
    root.setManaged(shown);
  }

  boolean isShown() {
    return root.isVisible();
  }

  Node node() {
    return root;
  }

  private QueueControls controls(CaseDesk desk) {
    return new QueueControls() {
      @Override
      public void pause() {
        desk.pause();
      }

      @Override
      public void resume() {
        desk.resume();
      }

      @Override
      public void cancel(long id) {
        background.run(() -> desk.cancel(List.of(id)));
      }

      @Override
      public void cancelAll() {
        background.run(desk::cancelAll);
      }

      @Override
      public void retry(long id) {
        background.run(() -> desk.retry(List.of(id)));
      }

      @Override
      public void retryFailed() {
        background.run(desk::retryFailed);
      }

      @Override
      public void forgetFinished() {
        desk.examinations().forgetFinished();
      }
    };
  }
}
