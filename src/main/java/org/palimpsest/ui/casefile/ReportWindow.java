package org.palimpsest.ui.casefile;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.imaging.RgbImage;
import org.palimpsest.report.ReportFormat;
import org.palimpsest.report.WrittenReport;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.casefile.ReportModel.Scope;
import org.palimpsest.ui.dialogs.Dialogs;

/** The report beside what is asked of it: options on the left, its pages on the right. */
final class ReportWindow {
  private static final double OPTIONS = 320;
  private static final int MOST_DETAILS = 100_000;

  private final Messages messages;
  private final ReportModel model;
  private final Dialogs dialogs;
  private final BorderPane root = new BorderPane();
  private final ImageView page = new ImageView();
  private final VBox missing = new VBox(4);
  private final Label result = wrapped("");

  ReportWindow(Messages messages, ReportModel model, Dialogs dialogs) {
    this.messages = messages;
    this.model = model;
    this.dialogs = dialogs;
    ScrollPane options = new ScrollPane(options());
    options.setFitToWidth(true);
    options.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    options.setPrefWidth(OPTIONS);
    options.setMinWidth(OPTIONS);
    options.getStyleClass().add("edge-to-edge");
    root.setLeft(options);
    root.setCenter(pages());
    root.setBottom(bottom());
    root.getStyleClass().add("case-window");
    root.getStylesheets().add("org/palimpsest/ui/casefile/casefile.css");
    model.pictureProperty().subscribe(this::show);
    model.missing().subscribe(this::showMissing);
    model.writtenProperty().subscribe(this::showWritten);
    showMissing();
  }

  Parent node() {
    return root;
  }

  private Node options() {
    VBox box = new VBox();
    box.getStyleClass().add("report-options");
    box.getChildren().add(title("about"));
    ToggleGroup group = new ToggleGroup();
    for (Scope scope : Scope.values()) {
      RadioButton button = new RadioButton(messages.text("casefile.scope." + key(scope)));
      button.setId("scope-" + key(scope));
      button.setToggleGroup(group);
      button.setDisable(!model.offers(scope));
      button.setSelected(model.scopeProperty().get() == scope);
      button.setOnAction(event -> model.scopeProperty().set(scope));
      box.getChildren().add(button);
    }
    Spinner<Integer> details = new Spinner<>(0, MOST_DETAILS, model.detailsProperty().get(), 1);
    details.setId("report-details");
    details.setEditable(true);
    details.setMaxWidth(Double.MAX_VALUE);
    details.setAccessibleText(messages.text("casefile.report.details"));
    details.valueProperty().subscribe(count -> model.detailsProperty().set(count));
    box.getChildren().addAll(wrapped(messages.text("casefile.report.details")), details);
    box.getChildren().add(title("formats"));
    for (ReportFormat format : ReportFormat.values()) {
      CheckBox check =
          new CheckBox(messages.text("casefile.format." + format.name().toLowerCase(Locale.ROOT)));
      check.setId("format-" + format.name().toLowerCase(Locale.ROOT));
      check.selectedProperty().bindBidirectional(model.formatProperty(format));
      box.getChildren().add(check);
    }
    box.getChildren().add(title("protection"));
    CheckBox sources = new CheckBox(messages.text("casefile.report.protect-sources"));
    sources.setId("protect-sources");
    sources.setWrapText(true);
    sources.selectedProperty().bindBidirectional(model.protectSourcesProperty());
    CheckBox names = new CheckBox(messages.text("casefile.report.protect-names"));
    names.setId("protect-names");
    names.setWrapText(true);
    names.selectedProperty().bindBidirectional(model.protectNamesProperty());
    names.disableProperty().bind(sources.selectedProperty().not());
    sources
        .selectedProperty()
        .subscribe(
            on -> {
              if (!on) {
                names.setSelected(false);
              }
            });
    Label caveat = wrapped(messages.text("casefile.report.protection-caveat"));
    caveat.getStyleClass().add("text-muted");
    box.getChildren().addAll(sources, names, caveat, title("missing"), missing);
    return box;
  }

  private Node pages() {
    Button back = turn("previous", MaterialDesignC.CHEVRON_LEFT, -1);
    back.disableProperty().bind(model.pageProperty().lessThan(1));
    Button on = turn("next", MaterialDesignC.CHEVRON_RIGHT, 1);
    on.disableProperty()
        .bind(model.pageProperty().greaterThanOrEqualTo(model.pagesProperty().subtract(1)));
    Label where = new Label();
    where.setId("report-page-number");
    where
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.pagesProperty().get() == 0
                        ? messages.text("casefile.report.no-pages")
                        : messages.text(
                            "casefile.report.page",
                            model.pageProperty().get() + 1,
                            model.pagesProperty().get()),
                model.pageProperty(),
                model.pagesProperty()));
    HBox bar = new HBox(back, where, on);
    bar.getStyleClass().add("case-bar");
    bar.setAlignment(Pos.CENTER);
    page.getStyleClass().add("report-page");
    page.setPreserveRatio(true);
    page.setAccessibleText(messages.text("casefile.report.preview"));
    StackPane paper = new StackPane(page);
    paper.getStyleClass().add("report-pages");
    ScrollPane scroll = new ScrollPane(paper);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("edge-to-edge");
    return new BorderPane(scroll, bar, null, null, null);
  }

  private Button turn(String key, Ikon icon, int by) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId("page-" + key);
    button.getStyleClass().addAll("button-icon", "flat");
    button.setAccessibleText(messages.text("casefile.report." + key));
    button.setOnAction(
        event -> model.pageProperty().set(Math.max(0, model.pageProperty().get() + by)));
    return button;
  }

  private Node bottom() {
    TextField folder = new TextField();
    folder.setId("report-folder");
    folder.setEditable(false);
    folder.setAccessibleText(messages.text("casefile.report.folder"));
    folder.textProperty().bind(model.folderProperty().map(path -> VisibleName.of(path.toString())));
    HBox.setHgrow(folder, Priority.ALWAYS);
    Button choose = new Button(messages.text("casefile.report.choose"));
    choose.setOnAction(
        event -> {
          Path now = model.folderProperty().get();
          dialogs
              .openFolder(
                  messages.text("casefile.report.folder"), now == null ? null : now.getParent())
              .ifPresent(model.folderProperty()::set);
        });
    CheckBox replace = new CheckBox(messages.text("casefile.report.replace"));
    replace.setId("report-replace");
    replace.selectedProperty().bindBidirectional(model.replaceProperty());
    HBox place =
        new HBox(8, new Label(messages.text("casefile.report.folder")), folder, choose, replace);
    place.setAlignment(Pos.CENTER_LEFT);
    ProgressBar bar = new ProgressBar(0);
    bar.setPrefWidth(140);
    bar.setAccessibleText(messages.text("casefile.report.progress"));
    Label words = new Label();
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button cancel = new Button(messages.text("dialogs.cancel.text"));
    cancel.setId("report-cancel");
    cancel.setOnAction(event -> model.cancel());
    Button write = new Button(messages.text("casefile.report.write"));
    write.setId("report-write");
    write.getStyleClass().add("accent");
    write.setOnAction(event -> model.write());
    model
        .inHandProperty()
        .subscribe(
            errand -> {
              bar.progressProperty().unbind();
              words.textProperty().unbind();
              bar.setVisible(errand != null);
              cancel.setDisable(errand == null);
              if (errand == null) {
                words.setText("");
              } else {
                bar.progressProperty().bind(errand.shareProperty());
                words.textProperty().bind(errand.wordsProperty().map(VisibleName::of));
              }
              write.setDisable(!model.isReady());
            });
    for (ReportFormat format : ReportFormat.values()) {
      model.formatProperty(format).subscribe(on -> write.setDisable(!model.isReady()));
    }
    HBox work = new HBox(8, bar, words, cancel, write);
    work.setAlignment(Pos.CENTER_LEFT);
    result.setId("report-result");
    VBox box = new VBox(8, place, result, work);
    box.getStyleClass().add("case-bar");
    return box;
  }

  private void show(@Nullable RgbImage drawn) {
    page.setImage(drawn == null ? null : image(drawn));
  }

  private static WritableImage image(RgbImage pixels) {
    int[] argb = new int[pixels.width() * pixels.height()];
    byte[] rgb = pixels.rgb();
    for (int i = 0; i < argb.length; i++) {
      argb[i] =
          0xff000000
              | (rgb[3 * i] & 0xff) << 16
              | (rgb[3 * i + 1] & 0xff) << 8
              | (rgb[3 * i + 2] & 0xff);
    }
    return new WritableImage(
        new PixelBuffer<>(
            pixels.width(),
            pixels.height(),
            IntBuffer.wrap(argb),
            PixelFormat.getIntArgbPreInstance()));
  }

  private void showMissing() {
    List<String> lacks = model.missing();
    missing.getChildren().clear();
    missing.getStyleClass().setAll(lacks.isEmpty() ? "holds" : "missing");
    missing.setId("report-missing");
    if (lacks.isEmpty()) {
      missing
          .getChildren()
          .add(
              wrapped(
                  messages.text(
                      model.pagesProperty().get() == 0
                          ? "casefile.report.not-looked"
                          : "casefile.report.complete")));
      return;
    }
    Label draft = wrapped(messages.text("casefile.report.draft"));
    draft.getStyleClass().add("text-bold");
    missing.getChildren().add(draft);
    lacks.forEach(sentence -> missing.getChildren().add(wrapped(VisibleName.of(sentence))));
  }

  private void showWritten(@Nullable WrittenReport report) {
    boolean there = report != null;
    result.setVisible(there);
    result.setManaged(there);
    if (report != null) {
      result.setText(
          messages.text(
              report.isDraft() ? "casefile.report.written-draft" : "casefile.report.written",
              report.files().size(),
              VisibleName.of(String.valueOf(report.files().getLast().getParent()))));
    }
  }

  private static String key(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  private Label title(String key) {
    Label label = new Label(messages.text("casefile.report." + key));
    label.getStyleClass().add("section-title");
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
