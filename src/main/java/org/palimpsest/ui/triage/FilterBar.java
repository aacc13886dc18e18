package org.palimpsest.ui.triage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.palimpsest.casework.store.Tag;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.settings.Messages;

/** Buttons that narrow the list: how exhibits stand, what went wrong, tags; each with its count. */
final class FilterBar {
  private static final List<Standing> OFFERED =
      List.of(Standing.INCONSISTENT, Standing.INCONCLUSIVE, Standing.CONSISTENT, Standing.WAITING);

  private final Messages messages;
  private final TriageViewModel model;
  private final StandingMark mark;
  private final Map<Standing, ToggleButton> standings = new EnumMap<>(Standing.class);
  private final ToggleButton errors = new ToggleButton();
  private final MenuButton tags = new MenuButton();
  private final FlowPane pane = new FlowPane(4, 4);

  FilterBar(Messages messages, TriageViewModel model) {
    this.messages = messages;
    this.model = model;
    mark = new StandingMark(messages);
    pane.getStyleClass().add("filter-bar");
    for (Standing standing : OFFERED) {
      ToggleButton button = new ToggleButton();
      FontIcon icon = new FontIcon(mark.sign(standing));
      icon.getStyleClass().addAll("standing-icon", "standing-" + standing.key());
      chip(button, icon, "filter-" + standing.key());
      button.setTooltip(new Tooltip(words(standing)));
      button.setOnAction(event -> choose(standing, button.isSelected()));
      standings.put(standing, button);
      pane.getChildren().add(button);
    }
    FontIcon alert = new FontIcon(MaterialDesignA.ALERT_OUTLINE);
    alert.getStyleClass().addAll("standing-icon", "standing-failed");
    chip(errors, alert, "filter-errors");
    errors.setOnAction(
        event ->
            model
                .filterProperty()
                .set(model.filterProperty().get().withOnlyErrors(errors.isSelected())));
    tags.setGraphic(new FontIcon(MaterialDesignT.TAG_OUTLINE));
    tags.setText(messages.text("triage.filter.tags"));
    tags.getStyleClass().addAll("chip", "small");
    tags.setId("filter-tags");
    pane.getChildren().addAll(errors, tags);
    model.summaryProperty().subscribe(this::showCounts);
    model.filterProperty().subscribe(this::showFilter);
    model.tags().subscribe(this::showTags);
    showTags();
  }

  Node node() {
    return pane;
  }

  private static void chip(ToggleButton button, FontIcon icon, String id) {
    button.setGraphic(icon);
    button.setId(id);
    button.getStyleClass().addAll("chip", "small");
  }

  /** Everything without a result and without an error counts as not examined. */
  private void choose(Standing standing, boolean chosen) {
    TriageFilter filter = model.filterProperty().get().with(standing, chosen);
    if (standing == Standing.WAITING) {
      filter = filter.with(Standing.QUEUED, chosen).with(Standing.RUNNING, chosen);
    }
    model.filterProperty().set(filter);
  }

  private String words(Standing standing) {
    return standing == Standing.WAITING
        ? messages.text("triage.filter.notExamined")
        : mark.words(standing);
  }

  private void showCounts(TriageViewModel.Summary summary) {
    standings.forEach(
        (standing, button) -> {
          int count = summary.counts().getOrDefault(standing, 0);
          if (standing == Standing.WAITING) {
            count +=
                summary.counts().getOrDefault(Standing.QUEUED, 0)
                    + summary.counts().getOrDefault(Standing.RUNNING, 0);
          }
          button.setText(messages.text("triage.filter." + chip(standing), count));
          button.setAccessibleText(words(standing) + ", " + count);
        });
    errors.setText(messages.text("triage.filter.errors", summary.errors()));
  }

  private static String chip(Standing standing) {
    return standing == Standing.WAITING ? "waiting" : standing.key();
  }

  private void showFilter(TriageFilter filter) {
    standings.forEach(
        (standing, button) -> button.setSelected(filter.standings().contains(standing)));
    errors.setSelected(filter.onlyErrors());
    showTags();
  }

  private void showTags() {
    TriageFilter filter = model.filterProperty().get();
    tags.getItems().clear();
    for (Tag tag : model.tags()) {
      CheckMenuItem item = new CheckMenuItem(VisibleName.of(tag.name()), TagDots.dot(tag));
      item.setMnemonicParsing(false);
      item.setSelected(filter.tags().contains(tag.id()));
      item.setOnAction(
          event ->
              model
                  .filterProperty()
                  .set(model.filterProperty().get().withTag(tag.id(), item.isSelected())));
      tags.getItems().add(item);
    }
    tags.setDisable(tags.getItems().isEmpty());
    tags.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("selected"), !filter.tags().isEmpty());
  }
}
