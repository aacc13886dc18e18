package org.palimpsest.ui.casefile;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.MachineAgreement;
import org.palimpsest.casework.store.ReviewStatus;
import org.palimpsest.casework.store.SignOff;
import org.palimpsest.casework.store.Support;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.heatmap.Box;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Dialogs;
import org.palimpsest.ui.fx.OutcomeMark;

/** The examiner's finding about the chosen exhibit, apart from what the program predicts. */
public final class FindingView {
  private static final int LINES = 7;

  private final Messages messages;
  private final FindingModel model;
  private final Dialogs dialogs;
  private final Consumer<Box> zoom;
  private final VBox machine = new VBox(4);
  private final Label status = wrapped("");
  private final Label agreement = wrapped("");
  private final Label why = wrapped("");
  private final Map<Outcome, RadioButton> conclusions = new EnumMap<>(Outcome.class);
  private final ComboBox<Support> support = new ComboBox<>();
  private final TextArea justification = new TextArea();
  private final VBox regions = new VBox();
  private final Button record;
  private final Button change;
  private final Button sign;
  private final Button release;
  private final Button withdraw;
  private final VBox fields;
  private final VBox content = new VBox(10);
  private final ScrollPane root = new ScrollPane(content);

  /**
   * The view of a model.
   *
   * @param zoom shows a part of the picture large
   */
  public FindingView(Messages messages, FindingModel model, Dialogs dialogs, Consumer<Box> zoom) {
    this.messages = messages;
    this.model = model;
    this.dialogs = dialogs;
    this.zoom = zoom;
    record = button("record", model::record);
    change = button("change", model::reopen);
    sign = button("sign", this::sign);
    release = button("release", model::release);
    withdraw = button("withdraw", this::withdraw);
    record.setDefaultButton(false);
    record.getStyleClass().add("accent");
    fields =
        new VBox(
            8,
            title("conclusion"),
            conclusions(),
            agreement,
            title("support"),
            support,
            title("justification"),
            justification,
            title("regions"),
            regions);
    support();
    justification.setWrapText(true);
    justification.setPrefRowCount(LINES);
    justification.setId("finding-justification");
    justification.setPromptText(messages.text("casefile.finding.prompt"));
    justification.setAccessibleText(messages.text("casefile.finding.justification"));
    justification.textProperty().bindBidirectional(model.justificationProperty());
    agreement.setId("finding-agreement");
    status.setId("finding-status");
    FlowPane buttons = new FlowPane(8, 8, record, change, sign, release, withdraw);
    content.getStyleClass().add("finding-content");
    content
        .getChildren()
        .setAll(machine, heading("casefile.finding.yours"), status, why, fields, buttons);
    root.getStyleClass().addAll("finding", "edge-to-edge");
    root.getStylesheets().add("org/palimpsest/ui/casefile/casefile.css");
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setAccessibleText(messages.text("casefile.finding.accessible"));
    model.consideredProperty().addListener(now -> draw());
    model.editableProperty().addListener(now -> enable());
    model.changedProperty().addListener(now -> enable());
    model.conclusionProperty().addListener(now -> choose());
    draw();
  }

  /** The whole view, to be put into a window. */
  public Node node() {
    return root;
  }

  private VBox conclusions() {
    ToggleGroup group = new ToggleGroup();
    VBox box = new VBox(4);
    for (Outcome outcome : Outcome.values()) {
      RadioButton button = new RadioButton(OutcomeMark.words(messages, outcome));
      button.setId("conclude-" + OutcomeMark.style(outcome));
      button.setToggleGroup(group);
      button.setWrapText(true);
      button.setOnAction(event -> model.conclusionProperty().set(outcome));
      conclusions.put(outcome, button);
      box.getChildren().add(button);
    }
    return box;
  }

  private void support() {
    support.getItems().setAll(Support.values());
    support.setId("finding-support");
    support.setMaxWidth(Double.MAX_VALUE);
    support.setAccessibleText(messages.text("casefile.finding.support"));
    support.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Support level) {
            return level == null ? "" : words(level);
          }

          @Override
          public @Nullable Support fromString(String words) {
            return null; // the box is not typed into
          }
        });
    support.valueProperty().bindBidirectional(model.supportProperty());
  }

  private String words(Support level) {
    String key = level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return messages.text("casefile.support." + key);
  }

  private void draw() {
    Considered now = model.consideredProperty().get();
    boolean something = now != null;
    content.getChildren().forEach(child -> show(child, something));
    if (now == null) {
      return;
    }
    machine.getChildren().setAll(heading("casefile.finding.machine"));
    machine.getChildren().addAll(prediction(now.record()));
    regions.getChildren().setAll(model.regions().stream().map(this::region).toList());
    if (model.regions().isEmpty()) {
      Label none = wrapped(messages.text("casefile.finding.no-regions"));
      none.getStyleClass().add("text-muted");
      regions.getChildren().add(none);
    }
    status.setText(state(now));
    choose();
    enable();
  }

  private List<Node> prediction(@Nullable ExaminationRecord record) {
    if (record == null) {
      return List.of(wrapped(messages.text("casefile.finding.unexamined")));
    }
    Outcome outcome = record.verdict().outcome();
    Label words =
        new Label(OutcomeMark.words(messages, outcome), new FontIcon(OutcomeMark.sign(outcome)));
    words.getStyleClass().addAll("prediction", "standing-" + OutcomeMark.style(outcome));
    words.setWrapText(true);
    Label reason = wrapped(VisibleName.of(record.verdict().reason()));
    reason.getStyleClass().add("text-muted");
    return List.of(words, reason);
  }

  private Node region(RegionChoice choice) {
    Box box = choice.region().box();
    Integer number = choice.region().region();
    String name =
        number == null
            ? VisibleName.of(choice.region().label())
            : messages.text("casefile.finding.region", number);
    CheckBox check =
        new CheckBox(
            "%s · %d × %d · (%d, %d)".formatted(name, box.width(), box.height(), box.x(), box.y()));
    check.selectedProperty().bindBidirectional(choice.chosenProperty());
    check.setMinWidth(0);
    check.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(check, Priority.ALWAYS);
    Button look = new Button(null, new FontIcon(MaterialDesignC.CROP_FREE));
    look.getStyleClass().addAll("button-icon", "flat", "small");
    look.setAccessibleText(messages.text("casefile.finding.look", name));
    look.setOnAction(event -> zoom.accept(box));
    HBox row = new HBox(4, check, look);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private String state(Considered now) {
    Finding finding = now.finding().orElse(null);
    if (finding == null) {
      return messages.text("casefile.finding.none");
    }
    SignOff signOff = finding.signOff();
    String words =
        signOff == null
            ? messages.text("casefile.finding.draft", finding.author(), now.versions())
            : messages.text(
                finding.status() == ReviewStatus.FINAL
                    ? "casefile.finding.final"
                    : "casefile.finding.reviewed",
                finding.author(),
                now.versions(),
                signOff.reader());
    return now.findings().size() == 1
        ? words
        : words + " " + messages.text("casefile.finding.others", now.findings().size() - 1);
  }

  /** The buttons follow the model, and what is said of the program's prediction follows both. */
  private void choose() {
    Outcome chosen = model.conclusionProperty().get();
    conclusions.forEach((outcome, button) -> button.setSelected(outcome == chosen));
    MachineAgreement stands = model.agreement();
    boolean against = stands == MachineAgreement.CONTRADICTS || stands == MachineAgreement.DIFFERS;
    agreement.setText(
        against
            ? messages.text(
                stands == MachineAgreement.CONTRADICTS
                    ? "casefile.finding.contradicts"
                    : "casefile.finding.differs")
            : "");
    agreement.setGraphic(against ? new FontIcon(MaterialDesignA.ALERT_OUTLINE) : null);
    agreement.getStyleClass().setAll("label", "agreement", against ? "against" : "none");
    show(agreement, against);
  }

  private void enable() {
    Finding finding = model.recorded().orElse(null);
    boolean editable = model.editableProperty().get();
    boolean changed = model.changedProperty().get();
    boolean writable = model.whyReadOnly().isEmpty();
    fields.setDisable(!editable);
    why.setText(
        model.whyReadOnly().orElse(changed ? messages.text("casefile.finding.unrecorded") : ""));
    show(why, !why.getText().isEmpty() && model.consideredProperty().get() != null);
    record.setDisable(!editable || !changed);
    boolean there = finding != null && writable;
    show(change, there && finding != null && finding.status() != ReviewStatus.DRAFT && !editable);
    show(sign, there && finding != null && finding.status() == ReviewStatus.DRAFT);
    show(release, there && finding != null && finding.status() == ReviewStatus.REVIEWED);
    show(withdraw, there);
    show(record, writable && model.consideredProperty().get() != null);
    sign.setDisable(changed);
    release.setDisable(changed);
    withdraw.setDisable(changed);
  }

  private void sign() {
    new SignSheet(messages)
        .ask(root.getScene() == null ? null : root.getScene().getWindow())
        .ifPresent(signed -> model.sign(signed.reader(), signed.remark()));
  }

  private void withdraw() {
    if (dialogs.confirm(
        messages.text("casefile.finding.withdraw"),
        messages.text("casefile.finding.withdraw-question"),
        messages.text("casefile.finding.withdraw"))) {
      model.withdraw();
    }
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("casefile.finding." + key));
    button.setId("finding-" + key);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Label title(String key) {
    Label label = new Label(messages.text("casefile.finding." + key));
    label.getStyleClass().add("field-title");
    return label;
  }

  private Label heading(String key) {
    Label label = wrapped(messages.text(key));
    label.getStyleClass().add("section-title");
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
