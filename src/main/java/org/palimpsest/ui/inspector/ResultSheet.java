package org.palimpsest.ui.inspector;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.palimpsest.casework.CalibratedProbability;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Measurement;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.heatmap.Region;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.OutcomeMark;

/**
 * One examination: its outcome with the reason, its regions, how it was done and by which model.
 */
final class ResultSheet {
  private static final int LISTED = 50;

  private final Messages messages;
  private final InspectorActions actions;
  private final Rows rows;

  ResultSheet(Messages messages, InspectorActions actions) {
    this.messages = messages;
    this.actions = actions;
    rows = new Rows(messages);
  }

  /** The outcome in the fixed words, its reason in one sentence, the numbers. */
  Node outcome(ExaminationRecord record) {
    FontIcon icon = new FontIcon(OutcomeMark.sign(record.verdict().outcome()));
    icon.getStyleClass()
        .addAll("standing-icon", "standing-" + OutcomeMark.style(record.verdict().outcome()));
    Label outcome = new Label(OutcomeMark.words(messages, record.verdict().outcome()), icon);
    outcome.getStyleClass().add("outcome-words");
    outcome.setWrapText(true);
    Label reason = Rows.wrapped(VisibleName.of(record.verdict().reason()));
    reason.setId("outcome-reason");
    Measurement measured = record.measurement();
    Label figures =
        Rows.wrapped(
            messages.text(
                "inspector.figures.line",
                percent(measured.areaShare()),
                number(measured.peak()),
                measured.regions().size()));
    Label score = Rows.wrapped(score(record));
    score.getStyleClass().add("text-muted");
    return new VBox(6, outcome, reason, figures, score);
  }

  /** The class score and, where the model's card has a calibration, the probability it gives. */
  private String score(ExaminationRecord record) {
    CalibratedProbability probability = record.verdict().probability();
    String score = number(record.measurement().score());
    return probability == null
        ? messages.text("inspector.figures.score", score)
        : messages.text(
            "inspector.figures.calibrated",
            score,
            number(probability.value()),
            VisibleName.of(probability.words()));
  }

  /** The regions, each with a way to it. */
  TitledPane regions(ExaminationRecord record) {
    List<Region> regions = record.measurement().regions();
    GridPane grid = new GridPane(10, 2);
    String[] heads = {"number", "box", "area", "peak"};
    for (int i = 0; i < heads.length; i++) {
      Label head = new Label(messages.text("inspector.regions." + heads[i]));
      head.getStyleClass().add("fact-label");
      grid.add(head, i, 0);
    }
    for (int i = 0; i < Math.min(LISTED, regions.size()); i++) {
      Region region = regions.get(i);
      Button button = new Button(Integer.toString(i + 1));
      button.setId("region-" + (i + 1));
      button.getStyleClass().addAll("small", "region-button");
      button.setAccessibleText(messages.text("inspector.regions.zoom", i + 1));
      button.setOnAction(event -> actions.zoom().accept(region));
      grid.add(button, 0, i + 1);
      grid.add(
          new Label(
              "%d × %d · (%d, %d)"
                  .formatted(
                      region.box().width(),
                      region.box().height(),
                      region.box().x(),
                      region.box().y())),
          1,
          i + 1);
      grid.add(new Label(String.format(messages.locale(), "%,d px", region.area())), 2, i + 1);
      grid.add(new Label(number(region.peak())), 3, i + 1);
    }
    VBox box = new VBox(4, regions.isEmpty() ? none() : grid);
    if (regions.size() > LISTED) {
      box.getChildren()
          .add(new Label(messages.text("inspector.regions.more", regions.size() - LISTED)));
    }
    return rows.section("regions", box, true);
  }

  private Label none() {
    Label none = Rows.wrapped(messages.text("inspector.regions.none"));
    none.getStyleClass().add("text-muted");
    return none;
  }

  /** Whether the result holds for variants, and a way to find out. */
  TitledPane robustness(long exhibit) {
    Label state = Rows.wrapped(messages.text("inspector.robustness.untried"));
    Button button = new Button(messages.text("inspector.robustness.ask"));
    button.setId("ask-robustness");
    button.getStyleClass().add("small");
    button.setOnAction(event -> actions.robustness().accept(exhibit));
    return rows.section("robustness", new VBox(8, state, button), false);
  }

  TitledPane run(ExaminationRecord record) {
    return rows.section("run", rows.of(ExhibitFacts.run(record)), false);
  }

  /** The model's card; it arrives a little later. */
  TitledPane card(ObservableValue<String> words) {
    Label text = Rows.wrapped("");
    text.textProperty().bind(words);
    text.getStyleClass().add("card-words");
    return rows.section("card", text, false);
  }

  /** Asks for another examination. */
  Node again(long exhibit) {
    Button button = new Button(messages.text("inspector.again.text"));
    button.setId("examine-again");
    button.getStyleClass().add("small");
    button.setOnAction(event -> actions.reexamine().accept(List.of(exhibit)));
    FlowPane pane = new FlowPane(8, 4, button);
    pane.setAlignment(Pos.CENTER_LEFT);
    return new HBox(pane);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
