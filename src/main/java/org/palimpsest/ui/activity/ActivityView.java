package org.palimpsest.ui.activity;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.Work;
import org.palimpsest.tasks.WorkTotals;
import org.palimpsest.ui.fx.Command;

/** The queue: a line that says how far it is, buttons, and a row for every piece of work. */
public final class ActivityView<T> {
  private final BorderPane root = new BorderPane();

  public ActivityView(ActivityModel<T> model, Messages messages) {
    ListView<Work<T>> list = new ListView<>(model.items());
    list.setCellFactory(view -> new ActivityCell<>(model, messages));
    list.setPlaceholder(new Label(messages.text("activity.list.empty")));
    list.setAccessibleText(messages.text("activity.list.name"));
    list.setPrefHeight(140);
    root.getStyleClass().add("activity");
    root.setTop(head(model, messages));
    root.setCenter(list);
  }

  private HBox head(ActivityModel<T> model, Messages messages) {
    Label summary = new Label();
    summary.textProperty().bind(model.summaryProperty());
    summary.setMinWidth(Region.USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.shareProperty());
    bar.setAccessibleText(messages.text("activity.bar.name"));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    QueueControls controls = model.controls();
    Button pause = pauseButton(model, messages);
    Command retry =
        new Command(
            messages.text("activity.retry-failed.text"),
            MaterialDesignR.REFRESH,
            null,
            controls::retryFailed);
    Command cancel =
        new Command(
            messages.text("activity.cancel-all.text"),
            MaterialDesignC.CLOSE_CIRCLE_OUTLINE,
            null,
            controls::cancelAll);
    Command forget =
        new Command(
            messages.text("activity.forget.text"),
            MaterialDesignB.BROOM,
            null,
            controls::forgetFinished);
    retry.disabledProperty().bind(model.totalsProperty().map(totals -> totals.failed() == 0));
    cancel.disabledProperty().bind(model.totalsProperty().map(totals -> totals.left() == 0));
    forget
        .disabledProperty()
        .bind(model.totalsProperty().map((WorkTotals totals) -> totals.all() == totals.left()));
    HBox head =
        new HBox(summary, bar, pause, retry.iconButton(), cancel.iconButton(), forget.iconButton());
    head.getStyleClass().add("activity-head");
    return head;
  }

  private Button pauseButton(ActivityModel<T> model, Messages messages) {
    Command pause = new Command("", MaterialDesignP.PAUSE, null, () -> toggle(model));
    pause
        .textProperty()
        .bind(
            model
                .pausedProperty()
                .map(on -> messages.text(on ? "activity.resume.text" : "activity.pause.text")));
    Button button = pause.iconButton();
    button
        .graphicProperty()
        .bind(
            model
                .pausedProperty()
                .map(on -> new FontIcon(on ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE)));
    return button;
  }

  private void toggle(ActivityModel<T> model) {
    if (model.pausedProperty().get()) {
      model.controls().resume();
    } else {
      model.controls().pause();
    }
  }

  /** The view, to be put into a window. */
  public Node node() {
    return root;
  }
}
