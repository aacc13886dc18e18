package org.palimpsest.ui.activity;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.Work;
import org.palimpsest.tasks.WorkQueue;
import org.palimpsest.tasks.WorkState;
import org.palimpsest.tasks.WorkTotals;

/**
 * A queue as it is shown: running pieces first, then those that failed, those that wait and those
 * that have ended. {@link #refresh()} reads the queue; it is called on the FX thread, once for any
 * number of changes.
 */
public final class ActivityModel<T> {
  private static final List<WorkState> ORDER =
      List.of(
          WorkState.RUNNING,
          WorkState.FAILED,
          WorkState.QUEUED,
          WorkState.CANCELLED,
          WorkState.DONE);

  private final WorkQueue<T> queue;
  private final Function<T, String> title;
  private final Messages messages;
  private final QueueControls controls;
  private final ObservableList<Work<T>> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyObjectWrapper<WorkTotals> totals;

  /**
   * A model of a queue.
   *
   * @param title what a piece of work is called
   * @param controls what is done when a person pauses, cancels or retries
   */
  public ActivityModel(
      WorkQueue<T> queue, Function<T, String> title, QueueControls controls, Messages messages) {
    this.queue = queue;
    this.title = title;
    this.controls = controls;
    this.messages = messages;
    totals = new ReadOnlyObjectWrapper<>(queue.totals());
    refresh();
  }

  public ObservableList<Work<T>> items() {
    return items;
  }

  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** How far it is, at what rate, and how long it will take, in one line. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Share that has ended, 0..1; 1 when nothing is left. */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<WorkTotals> totalsProperty() {
    return totals.getReadOnlyProperty();
  }

  public String title(Work<T> work) {
    return title.apply(work.what());
  }

  public QueueControls controls() {
    return controls;
  }

  /** Shows the queue as it is now. */
  public void refresh() {
    List<Work<T>> now =
        queue.items().stream()
            .sorted(
                Comparator.comparingInt((Work<T> work) -> ORDER.indexOf(work.state()))
                    .thenComparingLong(Work::id))
            .toList();
    replace(now);
    paused.set(queue.isPaused());
    WorkTotals counted = queue.totals();
    totals.set(counted);
    int ended = counted.all() - counted.left();
    share.set(counted.left() == 0 ? 1 : (double) ended / counted.all());
    summary.set(summary(counted));
  }

  /** Keeps rows that have not changed, so that selection and scrolling stay. */
  private void replace(List<Work<T>> now) {
    for (int i = 0; i < now.size(); i++) {
      if (i == items.size()) {
        items.addAll(now.subList(i, now.size()));
        break;
      }
      if (!items.get(i).equals(now.get(i))) {
        items.set(i, now.get(i));
      }
    }
    if (items.size() > now.size()) {
      items.remove(now.size(), items.size());
    }
  }

  private String summary(WorkTotals counted) {
    if (counted.all() == 0) {
      return messages.text("activity.summary.empty");
    }
    int ended = counted.all() - counted.left();
    if (counted.left() == 0) {
      return counted.failed() == 0
          ? messages.text("activity.summary.done", ended)
          : messages.text("activity.summary.done-failed", ended, counted.failed());
    }
    String far = messages.text("activity.summary.far", ended, counted.all());
    if (queue.isPaused()) {
      return messages.text("activity.summary.paused", far);
    }
    Optional<Duration> left = counted.timeLeft();
    return left.isEmpty()
        ? far
        : messages.text("activity.summary.pace", far, counted.perMinute(), duration(left.get()));
  }

  private String duration(Duration left) {
    long seconds = left.toSeconds();
    if (seconds < 90) {
      return messages.text("activity.duration.seconds", Math.max(1, seconds));
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 90
        ? messages.text("activity.duration.minutes", minutes)
        : messages.text("activity.duration.hours", Math.round(minutes / 6.0) / 10.0);
  }
}
