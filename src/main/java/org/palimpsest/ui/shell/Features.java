package org.palimpsest.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.store.CaseChange;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.CaseListener;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.heatmap.Box;
import org.palimpsest.heatmap.Region;
import org.palimpsest.settings.Messages;
import org.palimpsest.tasks.BackgroundPool;
import org.palimpsest.ui.annotation.AnnotationHooks;
import org.palimpsest.ui.annotation.AnnotationModel;
import org.palimpsest.ui.annotation.AnnotationStore;
import org.palimpsest.ui.annotation.AnnotationView;
import org.palimpsest.ui.casefile.FindingModel;
import org.palimpsest.ui.casefile.FindingView;
import org.palimpsest.ui.dialogs.Dialogs;
import org.palimpsest.ui.dialogs.FileKind;
import org.palimpsest.ui.fx.Background;
import org.palimpsest.ui.fx.FxThread;
import org.palimpsest.ui.fx.Shortcut;
import org.palimpsest.ui.fx.UndoHistory;
import org.palimpsest.ui.help.ShortcutSheet;
import org.palimpsest.ui.inspector.Inspection;
import org.palimpsest.ui.inspector.InspectorActions;
import org.palimpsest.ui.inspector.InspectorView;
import org.palimpsest.ui.inspector.InspectorViewModel;
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
  private final TriageViewModel list;
  private final TriageView listView;
  private final ViewerModel viewer;
  private final ViewerView viewerView;
  private final UndoHistory history = new UndoHistory();
  private final BackgroundPool writer = new BackgroundPool("draw", 1);
  private final AnnotationModel drawing;
  private final AnnotationView drawingView;
  private final InspectorViewModel inspector;
  private final FindingModel finding;
  private final TabPane side;
  private @Nullable CaseFile file;
  private @Nullable CaseFile annotated;
  private @Nullable Long drawnOn;
  private @Nullable Long shown;
  private @Nullable AnnotationStore annotations;

  Features(Messages messages, Dialogs dialogs, Background background, FeatureHooks hooks) {
    this.messages = messages;
    list =
        new TriageViewModel(
            hooks.points(),
            background.pool(),
            FxThread::run,
            problem -> hooks.failed().accept(problem));
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
    drawing = new AnnotationModel(history, writer, FxThread::run, hooks.failed());
    drawingView =
        new AnnotationView(
            drawing,
            messages,
            new AnnotationHooks(
                name -> place(dialogs, name),
                this::original,
                saved -> hooks.say().accept(messages.text("shell.saved.words", saved.toString())),
                hooks.failed()),
            background.pool(),
            FxThread::run);
    viewerView.add(
        drawingView.layer(),
        drawingView.tools(),
        drawingView.panel(),
        drawingView.panelShownProperty());
    inspector =
        new InspectorViewModel(
            hooks.cards(),
            background.pool(),
            FxThread::run,
            problem -> hooks.failed().accept(problem));
    InspectorView inspectorView =
        new InspectorView(
            messages,
            inspector,
            new InspectorActions(
                viewer::show,
                hooks.reexamine(),
                exhibit -> hooks.say().accept(messages.text("shell.robustness.none"))));
    finding = new FindingModel(writer, FxThread::run, hooks.failed());
    side =
        new TabPane(
            tab("details", inspectorView.node()),
            tab(
                "finding",
                new FindingView(messages, finding, dialogs, box -> viewer.show(whole(box)))
                    .node()));
    side.setId("inspector-tabs");
    inspector.chosenProperty().subscribe(this::showResult);
    list.selection().leadProperty().subscribe(this::show);
    list.summaryProperty()
        .subscribe(
            summary -> {
              selectFirst();
              drawLater();
            });
  }

  private Tab tab(String key, Node content) {
    Tab tab = new Tab(messages.text("shell.tab." + key), content);
    tab.setId("tab-" + key);
    tab.setClosable(false);
    return tab;
  }

  /** The viewer goes to regions; of a part without a map the box is all there is. */
  private static Region whole(Box box) {
    return new Region(box, (long) box.width() * box.height(), 0, 0, List.of());
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
    inspector.open(opened.file());
    finding.open(opened.file());
  }

  /**
   * Shows no case any more.
   *
   * @return waits until what was drawn has reached the case; not for the FX thread
   */
  Background.Step close() {
    CaseFile before = file;
    file = null;
    if (before != null) {
      before.removeListener(this);
    }
    list.close();
    inspector.close();
    finding.close();
    viewer.close();
    drawing.close();
    history.clear();
    Future<Boolean> written = writer.submit(() -> true);
    return written::get;
  }

  private Optional<Path> original() {
    Long lead = list.selection().lead();
    EvidenceRow row = lead == null ? null : list.row(lead);
    return Optional.ofNullable(row).map(found -> found.exhibit().path());
  }

  /** Something is shown as soon as there is something to show. */
  private void selectFirst() {
    if (list.selection().lead() == null) {
      list.rows().stream()
          .filter(row -> row.exhibit().errorCode() == null)
          .findFirst()
          .ifPresent(row -> list.selection().only(row.id()));
    }
  }

  private void show(@Nullable Long exhibit) {
    CaseFile from = file;
    if (from == null || exhibit == null) {
      viewer.close();
      drawing.close();
      inspector.show(null);
      finding.show(null);
      return;
    }
    EvidenceRow row = list.row(exhibit);
    draw(from, exhibit, row);
    inspector.show(exhibit);
    finding.show(exhibit);
    shown = latest(row);
    viewer.open(new ExhibitPicture(from, exhibit, row == null ? "" : row.name(), null));
  }

  private static @Nullable Long latest(@Nullable EvidenceRow row) {
    LatestResult latest = row == null ? null : row.exhibit().latest();
    return latest == null ? null : (Long) latest.examination();
  }

  /** The map of an earlier examination, when that is chosen in the inspector. */
  private void showResult(Inspection.@Nullable Result result) {
    CaseFile from = file;
    Long lead = list.selection().lead();
    if (from == null || lead == null || result == null || Long.valueOf(result.id()).equals(shown)) {
      return;
    }
    EvidenceRow row = list.row(lead);
    shown = result.id();
    viewer.open(new ExhibitPicture(from, lead, row == null ? "" : row.name(), result.id()));
  }

  /** Positions are those of the upright original, so its size must be known first. */
  private void draw(CaseFile from, long exhibit, @Nullable EvidenceRow row) {
    Integer width = row == null ? null : row.exhibit().width();
    Integer height = row == null ? null : row.exhibit().height();
    if (width == null || height == null || from.isReadOnly()) {
      drawing.close();
      drawnOn = null;
    } else {
      drawnOn = exhibit;
      drawing.open(store(from), exhibit, width, height);
    }
  }

  /** One store for each case, because drawings are kept apart by it. */
  private AnnotationStore store(CaseFile from) {
    if (annotations == null || annotated != from) {
      annotations = AnnotationStore.of(from.annotations());
      annotated = from;
    }
    return annotations;
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

  /** Once the size of what is looked at is known it can be drawn on. */
  private void drawLater() {
    Long lead = list.selection().lead();
    CaseFile from = file;
    if (lead != null && from != null && !lead.equals(drawnOn)) {
      draw(from, lead, list.row(lead));
    }
  }

  /** What is looked at first, then the rest of the selection. */
  List<Long> selectedFromTheLead() {
    Long lead = list.selection().lead();
    List<Long> all = new ArrayList<>(selected());
    if (lead != null && all.remove(lead)) {
      all.addFirst(lead);
    }
    return all;
  }

  List<Long> selected() {
    return list.selection().rows().stream().map(EvidenceRow::id).toList();
  }

  TriageViewModel listModel() {
    return list;
  }

  FindingModel findingModel() {
    return finding;
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
    return List.of(
        group("shell.pane.viewer", ViewerView.shortcuts()),
        group("shell.pane.drawing", AnnotationView.shortcuts()));
  }

  private ShortcutSheet.Group group(String title, List<Shortcut> keys) {
    return new ShortcutSheet.Group(
        messages.text(title),
        keys.stream()
            .map(key -> new ShortcutSheet.Shortcut(key.keys(), messages.text(key.messageKey())))
            .toList());
  }

  Node list() {
    return listView.node();
  }

  Node viewer() {
    return viewerView.node();
  }

  Node inspector() {
    return side;
  }

  /** Ends the threads of its own; what they had to do is done by then. */
  void end() {
    writer.close();
  }

  UndoHistory history() {
    return history;
  }

  void export() {
    viewerView.export();
  }
}
