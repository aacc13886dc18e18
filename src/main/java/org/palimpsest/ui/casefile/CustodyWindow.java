package org.palimpsest.ui.casefile;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.AuditEntry;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.fx.Look;

/** The custody log of a case, entry by entry, as it is written. */
final class CustodyWindow {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 620;

  private final Messages messages;
  private final ObservableList<AuditEntry> entries = FXCollections.observableArrayList();
  private final FilteredList<AuditEntry> shown = new FilteredList<>(entries);
  private final TableView<AuditEntry> table = new TableView<>(shown);
  private final Label count = new Label();

  CustodyWindow(Messages messages) {
    this.messages = messages;
    table.setId("custody-log");
    table.setAccessibleText(messages.text("casefile.custody.title"));
    table.setPlaceholder(new Label(messages.text("casefile.custody.none")));
    column("number", 60, entry -> Long.toString(entry.seq()));
    column("when", 180, entry -> entry.at().replaceAll("\\.\\d+Z$", "Z"));
    column("who", 150, entry -> VisibleName.of(entry.person()));
    column("what", 190, this::what);
    column("exhibit", 70, entry -> entry.exhibit() == null ? "" : entry.exhibit().toString());
    column("facts", 320, entry -> VisibleName.of(entry.told()));
    column("program", 150, AuditEntry::program);
    column("digest", 200, AuditEntry::sha256);
  }

  private void column(String key, double width, Function<AuditEntry, String> text) {
    TableColumn<AuditEntry, String> column =
        new TableColumn<>(messages.text("casefile.custody." + key));
    column.setPrefWidth(width);
    column.setSortable(false); // the order is what the log is about
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    table.getColumns().add(column);
  }

  private String what(AuditEntry entry) {
    String key = entry.action().toLowerCase(Locale.ROOT).replace('_', '-');
    return messages.text("casefile.action." + key);
  }

  /** Opens the window above another. */
  void show(@Nullable Window owner, String caseName, List<AuditEntry> log) {
    entries.setAll(log);
    TextField find = new TextField();
    find.setId("custody-find");
    find.setPromptText(messages.text("casefile.custody.find"));
    find.setAccessibleText(messages.text("casefile.custody.find"));
    find.textProperty().subscribe(this::filter);
    HBox.setHgrow(find, Priority.ALWAYS);
    TextField head = new TextField(log.isEmpty() ? "" : log.getLast().sha256());
    head.setEditable(false);
    head.setAccessibleText(messages.text("casefile.verify.head"));
    HBox.setHgrow(head, Priority.ALWAYS);
    HBox top = new HBox(find, count);
    top.getStyleClass().add("case-bar");
    HBox bottom = new HBox(new Label(messages.text("casefile.custody.head")), head);
    bottom.getStyleClass().add("case-bar");
    BorderPane root = new BorderPane(table, top, null, bottom, null);
    root.getStyleClass().add("case-window");
    root.getStylesheets().add("org/palimpsest/ui/casefile/casefile.css");
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    Look.dress(scene);
    Stage stage = new Stage();
    stage.setTitle(messages.text("casefile.custody.named", caseName));
    stage.initOwner(owner);
    stage.setScene(scene);
    scene.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.show();
    table.scrollTo(Math.max(0, shown.size() - 1));
  }

  private void filter(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    shown.setPredicate(
        entry ->
            wanted.isEmpty()
                || "%s %s %s %s %s"
                    .formatted(
                        entry.person(), what(entry), entry.exhibit(), entry.facts(), entry.sha256())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted));
    count.setText(messages.text("casefile.custody.count", shown.size(), entries.size()));
  }
}
