package org.palimpsest.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseChange;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseListener;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Dialogs;
import org.palimpsest.ui.dialogs.FileKind;
import org.palimpsest.ui.fx.Background;
import org.palimpsest.ui.fx.FxThread;
import org.palimpsest.ui.fx.Shortcut;
import org.palimpsest.ui.help.ShortcutSheet;
import org.palimpsest.ui.triage.EvidenceRow;
import org.palimpsest.ui.triage.TriageActions;
import org.palimpsest.ui.triage.TriageView;
import org.palimpsest.ui.triage.TriageViewModel;
import org.palimpsest.ui.viewer.ViewerHooks;
import org.palimpsest.ui.viewer.ViewerModel;
import org.palimpsest.ui.viewer.ViewerView;

/** The parts of the window that show a case, and how they hear of each other. */
final class Features implements CaseListener {
  private final Messages messages;
  private final Background background;
  private final TriageViewModel list;
  private final TriageView listView;
  private final ViewerModel viewer;
  private final ViewerView viewerView;
  private final StackPane inspector = new StackPane();
  private @Nullable CaseFile file;

  Features(Messages messages, Dialogs dialogs, Background background, FeatureHooks hooks) {
    this.messages = messages;
    this.background = background;
    list =
        new TriageViewModel(
            hooks.points(), background.pool(), FxThread::run, problem -> hooks.failed().accept(problem));
    TriageActions actions =
        new TriageActions(
            this::show,
            hooks.reexamine(),
            hooks.retry(),
            path -> background.run(() -> FileManager.reveal(path)),
            (title, question) -> dialogs.ask(title, question, ""));
    listView = new TriageView(messages, list, actions, background.pool(), FxThread::run);
    viewer = new ViewerModel(background.pool(), FxThread::run);
    viewerView =
        new ViewerView(
            viewer,
            messages,
            new ViewerHooks(
                name -> place(dialogs, name),
                saved -> hooks.say().accept(messages.text("shell.saved.words", saved.toString())),
                hooks.failed()));
    inspector.getChildren().setAll(new Label(messages.text("shell.pane.inspector")));
    list.selection().leadProperty().subscribe(this::show);
    list.summaryProperty().subscribe(summary -> selectFirst());
  }

  private Optional<Path> place(Dialogs dialogs, String name) {
    return dialogs.saveFile(
        messages.text("shell.export.title"),
        new FileKind(messages.text("shell.open.pictures"), List.of("*.png")),
        name,
        null);
  }

  void open(OpenCase opened) {
    file = opened.file();
    opened.file().addListener(this);
    list.open(opened.file());
  }

  void close() {
    CaseFile before = file;
    file = null;
    if (before != null) {
      before.removeListener(this);
    }
    list.close();
    viewer.close();
  }

  /** Something is shown as soon as there is something to show. */
  private void selectFirst() {
    if (list.selection().lead() == null && !list.rows().isEmpty()) {
      list.selection().only(list.rows().getFirst().id());
    }
  }

  private void show(@Nullable Long exhibit) {
    CaseFile from = file;
    if (from == null || exhibit == null) {
      viewer.close();
      return;
    }
    EvidenceRow row = list.row(exhibit);
    viewer.open(
        new ExhibitPicture(from, exhibit, row == null ? "" : row.name(), null));
  }

  /** A new result of what is being looked at is shown at once. */
  @Override
  public void changed(CaseChange change) {
    if (change.kinds().contains(CaseChange.Kind.EXAMINATIONS)) {
      FxThread.run(
          () -> {
            Long lead = list.selection().lead();
            if (lead != null && change.exhibits().contains(lead)) {
              show(lead);
            }
          });
    }
  }

  List<Long> selected() {
    return list.selection().rows().stream().map(EvidenceRow::id).toList();
  }

  TriageViewModel listModel() {
    return list;
  }

  ViewerModel viewerModel() {
    return viewer;
  }

  void find() {
    Node field = list().lookup("#triage-search");
    if (field != null) {
      field.requestFocus();
    }
  }

  List<ShortcutSheet.Group> shortcuts() {
    return List.of(group("shell.pane.viewer", ViewerView.shortcuts()));
  }

  private ShortcutSheet.Group group(String title, List<Shortcut> keys) {
    return new ShortcutSheet.Group(
        messages.text(title),
        keys.stream()
            .map(
                key ->
                    new ShortcutSheet.Shortcut(key.keys(), messages.text(key.messageKey())))
            .toList());
  }

  Node list() {
    return listView.node();
  }

  Node viewer() {
    return viewerView.node();
  }

  Node inspector() {
    return inspector;
  }
}
