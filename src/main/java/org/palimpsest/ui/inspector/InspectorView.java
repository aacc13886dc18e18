package org.palimpsest.ui.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.IntakeFacts;
import org.palimpsest.casework.store.Exhibit;
import org.palimpsest.casework.store.Failures;
import org.palimpsest.evidence.ExhibitMetadata;
import org.palimpsest.evidence.JpegStructure;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.settings.Messages;

/** What is known of the chosen exhibit, from the outcome down to the quantisation tables. */
public final class InspectorView {
  private static final int FAILURES = 5;

  private final Messages messages;
  private final InspectorViewModel model;
  private final Rows rows;
  private final ResultSheet sheet;
  private final VBox content = new VBox(10);
  private final ScrollPane root = new ScrollPane(content);

  /** The view of a model. */
  public InspectorView(Messages messages, InspectorViewModel model, InspectorActions actions) {
    this.messages = messages;
    this.model = model;
    rows = new Rows(messages);
    sheet = new ResultSheet(messages, actions);
    content.getStyleClass().add("inspector-content");
    root.getStyleClass().addAll("inspector", "edge-to-edge");
    root.getStylesheets().add("org/palimpsest/ui/inspector/inspector.css");
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setAccessibleText(messages.text("inspector.view.accessible"));
    model.inspectionProperty().addListener(now -> draw());
    model.chosenProperty().addListener(now -> draw());
    draw();
  }

  /** The whole view, to be put into a window. */
  public Node node() {
    return root;
  }

  private void draw() {
    Inspection inspection = model.inspectionProperty().get();
    Inspection.Result chosen = model.chosenProperty().get();
    content.getChildren().clear();
    if (inspection == null) {
      Label hint = Rows.wrapped(messages.text("inspector.empty.hint"));
      hint.getStyleClass().add("text-muted");
      content.getChildren().add(hint);
      return;
    }
    Exhibit exhibit = inspection.exhibit();
    content.getChildren().add(head(exhibit));
    if (exhibit.row().errorCode() != null) {
      content.getChildren().add(problem(exhibit));
    }
    if (chosen != null) {
      content.getChildren().addAll(sheet.outcome(chosen.record()), sheet.regions(chosen.record()));
    }
    if (inspection.results().size() > 1) {
      content
          .getChildren()
          .add(
              rows.section(
                  "comparison", ComparisonTable.of(messages, inspection.results(), model), true));
    }
    content.getChildren().add(sheet.again(exhibit.row().id()));
    if (chosen != null) {
      content.getChildren().add(sheet.robustness(exhibit.row().id()));
    }
    content.getChildren().add(rows.section("file", rows.of(ExhibitFacts.file(exhibit)), true));
    metadata(metadataOf(exhibit, chosen));
    if (chosen != null) {
      content.getChildren().addAll(sheet.run(chosen.record()), sheet.card(model.cardProperty()));
    }
    if (inspection.failures().size() > 1) {
      content.getChildren().add(rows.section("failures", failures(inspection.failures()), false));
    }
  }

  private Node head(Exhibit exhibit) {
    Label name = Rows.wrapped(VisibleName.of(exhibit.row().name()));
    name.getStyleClass().add("title-4");
    HBox.setHgrow(name, Priority.ALWAYS);
    Label item = new Label(messages.text("inspector.head.item", exhibit.row().item()));
    item.getStyleClass().add("text-muted");
    item.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return new HBox(8, name, item);
  }

  /** What went wrong last: the sentence, the code, all of it to copy. */
  private Node problem(Exhibit exhibit) {
    String code = String.valueOf(exhibit.row().errorCode());
    String sentence = VisibleName.of(String.valueOf(exhibit.row().error()));
    Label text = Rows.wrapped(sentence);
    text.setId("problem-sentence");
    HBox.setHgrow(text, Priority.ALWAYS);
    Label number = new Label(code);
    number.getStyleClass().add("text-muted");
    HBox box =
        new HBox(
            8,
            new FontIcon(MaterialDesignF.FILE_ALERT_OUTLINE),
            new VBox(2, text, number),
            rows.copy(
                code + "\n" + sentence + "\n" + exhibit.row().path(),
                messages.text("inspector.problem.details")));
    HBox.setHgrow(box.getChildren().get(1), Priority.ALWAYS);
    box.getStyleClass().add("problem");
    return box;
  }

  private static @Nullable ExhibitMetadata metadataOf(
      Exhibit exhibit, Inspection.@Nullable Result chosen) {
    IntakeFacts facts = exhibit.facts();
    if (facts != null && facts.metadata() != null) {
      return facts.metadata();
    }
    ExaminationRecord record = chosen == null ? null : chosen.record();
    return record == null ? null : record.metadata();
  }

  private void metadata(@Nullable ExhibitMetadata metadata) {
    if (metadata == null) {
      return;
    }
    Label caveat = Rows.wrapped(messages.text("inspector.metadata.caveat"));
    caveat.getStyleClass().add("text-muted");
    content
        .getChildren()
        .add(
            rows.section(
                "statements",
                new VBox(6, caveat, rows.of(ExhibitFacts.statements(metadata))),
                true));
    if (!metadata.directories().isEmpty()) {
      content
          .getChildren()
          .add(
              rows.section(
                  "metadata", new MetadataTree(messages, metadata.directories()).node(), false));
    }
    JpegStructure jpeg = metadata.jpeg();
    if (jpeg != null && !jpeg.tables().isEmpty()) {
      VBox tables = new VBox(8);
      jpeg.tables().forEach(t -> tables.getChildren().add(QuantisationGrid.of(messages, t)));
      content.getChildren().add(rows.section("quantisation", tables, false));
    }
  }

  private Node failures(List<Failures.Failure> failures) {
    VBox box = new VBox(6);
    failures.stream()
        .limit(FAILURES)
        .forEach(
            failure ->
                box.getChildren()
                    .add(
                        Rows.wrapped(
                            "%s  %s  %s"
                                .formatted(
                                    failure.at(),
                                    failure.code(),
                                    VisibleName.of(failure.sentence())))));
    return box;
  }
}
