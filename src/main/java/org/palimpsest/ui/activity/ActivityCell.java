package org.palimpsest.ui.activity;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.Work;
import org.palimpsest.tasks.WorkFailure;
import org.palimpsest.tasks.WorkState;
import org.palimpsest.ui.fx.Command;

/** One piece of work: its state in icon and words, its name, its progress, and what can be done. */
final class ActivityCell<T> extends ListCell<Work<T>> {
  private final ActivityModel<T> model;
  private final Messages messages;
  private final Label state = new Label();
  private final FontIcon icon = new FontIcon(MaterialDesignT.TIMER_SAND);
  private final Label name = new Label();
  private final Label reason = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel;
  private final Button retry;
  private final HBox row;

  ActivityCell(ActivityModel<T> model, Messages messages) {
    this.model = model;
    this.messages = messages;
    state.setGraphic(icon);
    state.getStyleClass().add("state");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMinWidth(80);
    reason.getStyleClass().add("reason");
    reason.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(reason, Priority.ALWAYS);
    cancel =
        new Command(
                messages.text("activity.cancel.text"),
                MaterialDesignC.CLOSE,
                null,
                () -> act(model.controls()::cancel))
            .iconButton();
    retry =
        new Command(
                messages.text("activity.retry.text"),
                MaterialDesignR.REFRESH,
                null,
                () -> act(model.controls()::retry))
            .iconButton();
    row = new HBox(state, name, reason, progress, cancel, retry);
    row.getStyleClass().add("activity-row");
  }

  private void act(java.util.function.LongConsumer control) {
    Work<T> work = getItem();
    if (work != null) {
      control.accept(work.id());
    }
  }

  @Override
  protected void updateItem(@Nullable Work<T> work, boolean empty) {
    super.updateItem(work, empty);
    if (empty || work == null) {
      setGraphic(null);
      return;
    }
    String key = work.state().name().toLowerCase(Locale.ROOT);
    icon.setIconCode(icon(work.state()));
    state.setText(messages.text("activity.state." + key));
    state.getStyleClass().removeIf(style -> style.startsWith("state-"));
    state.getStyleClass().add("state-" + key);
    name.setText(model.title(work));
    WorkFailure failure = work.failure();
    reason.setText(failure == null ? "" : failure.code() + "  " + failure.sentence());
    boolean runs = work.state() == WorkState.RUNNING;
    show(progress, runs);
    progress.setProgress(
        work.progress() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : work.progress());
    show(cancel, !work.state().isFinished());
    show(retry, work.state() == WorkState.FAILED || work.state() == WorkState.CANCELLED);
    setAccessibleText("%s, %s. %s".formatted(name.getText(), state.getText(), reason.getText()));
    setGraphic(row);
  }

  private static void show(javafx.scene.Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private static Ikon icon(WorkState state) {
    return switch (state) {
      case QUEUED -> MaterialDesignT.TIMER_SAND;
      case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
      case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
      case FAILED -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
      case CANCELLED -> MaterialDesignC.CANCEL;
    };
  }
}
