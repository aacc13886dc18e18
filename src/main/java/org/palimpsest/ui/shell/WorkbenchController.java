package org.palimpsest.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRequest;
import org.palimpsest.casework.desk.CaseDesk;
import org.palimpsest.casework.desk.DeskListener;
import org.palimpsest.casework.desk.Laboratory;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseDetails;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.Receipt;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.settings.Messages;
import org.palimpsest.settings.SampleFolder;
import org.palimpsest.settings.Settings;
import org.palimpsest.ui.casefile.CaseActions;
import org.palimpsest.ui.casefile.CaseHooks;
import org.palimpsest.ui.casefile.ReportActions;
import org.palimpsest.ui.dialogs.Dialogs;
import org.palimpsest.ui.dialogs.FileKind;
import org.palimpsest.ui.dialogs.Problem;
import org.palimpsest.ui.fx.Background;
import org.palimpsest.ui.fx.Command;
import org.palimpsest.ui.fx.FxThread;
import org.palimpsest.ui.fx.Look;
import org.palimpsest.ui.help.HelpTopic;
import org.palimpsest.ui.help.HelpWindow;
import org.palimpsest.ui.help.ShortcutSheet;
import org.palimpsest.ui.help.Tour;
import org.palimpsest.ui.models.ModelChoice;
import org.palimpsest.ui.models.ModelDialog;
import org.palimpsest.ui.settings.SettingsDialog;
import org.palimpsest.ui.settings.SettingsModel;

/** Connects the parts of the window: what a command does, what happens when a case is opened. */
final class WorkbenchController implements WorkbenchActions, DeskListener {
  private static final List<String> PICTURES =
      List.of(
          "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff", "*.webp", "*.gif", "*.bmp", "*.psd",
          "*.heic", "*.heif", "*.avif");

  private final WorkbenchParts parts;
  private final Messages messages;
  private final Dialogs dialogs;
  private final Stage stage;
  private final SettingsModel settings;
  private final Background background;
  private final Background looking;
  private final Look look = new Look();
  private final CaseActions custody;
  private final ReportActions reporting;
  private final WorkbenchCommands commands;
  private final Features features;
  private final ModelChoice choice;
  private final StatusBar status;
  private final ActivityPane activity;
  private final WorkbenchView view;
  private final CaseShelf shelf;
  private final Arrivals arrivals;
  private final Object finishing = new Object();
  private volatile @Nullable OpenCase atWork;
  private @Nullable OpenCase open;
  private boolean finished;
  private @Nullable Tour tour;
  private boolean closing;
  private List<Path> awaiting = List.of();

  WorkbenchController(WorkbenchParts parts, Messages messages, Dialogs dialogs, Stage stage) {
    this.parts = parts;
    this.messages = messages;
    this.dialogs = dialogs;
    this.stage = stage;
    settings = new SettingsModel(parts.store(), parts.loaded().settings(), this::failed);
    // Two threads: a long search of a folder must not hold back a click in the list.
    background = new Background("desk", 2, this::failed);
    look.set(settings.get().theme());
    settings.currentProperty().addListener((property, was, is) -> look.set(is.theme()));
    CaseHooks hooks =
        new CaseHooks(
            () -> open == null ? null : open.file(),
            this::selectedFromTheLead,
            () -> stage,
            this::say,
            this::failed,
            this::renamed,
            parts.reports(),
            parts.examiners());
    custody = new CaseActions(messages, dialogs, background, hooks);
    reporting = new ReportActions(messages, dialogs, background, hooks);
    commands = new WorkbenchCommands(messages, this, custody, reporting);
    looking = new Background("look", 3, this::failed);
    features =
        new Features(
            messages,
            dialogs,
            looking,
            new FeatureHooks(
                this::point,
                this::cardWords,
                this::examineWith,
                exhibits -> examine(exhibits, request()),
                this::say,
                this::failed));
    status = new StatusBar(messages, commands.get("activity"));
    activity = new ActivityPane(messages, background, status);
    String model = settings.get().model();
    choice =
        new ModelChoice(
            parts.laboratory().registry(),
            parts.cardWords(),
            model == null ? parts.laboratory().usualModel() : model,
            looking.pool(),
            FxThread::run);
    WorkbenchMenu menu =
        new WorkbenchMenu(messages, commands, settings, this::reopen, this::reopenCase);
    view =
        new WorkbenchView(
            menu.node(), commands, features, new EmptyState(messages, commands), activity, status);
    shelf = new CaseShelf(parts.cases(), parts.laboratory(), parts.processors(), this::actor, this);
    arrivals = new Arrivals(background, () -> open, this::onArrival, this::arrived);
    DropTarget.on(view.root(), this::isWritable, this::openPaths);
    followHistory("undo", features.history().undoNameProperty());
    followHistory("redo", features.history().redoNameProperty());
    showTitle();
    enable();
  }

  WorkbenchView view() {
    return view;
  }

  Features features() {
    return features;
  }

  @Nullable OpenCase open() {
    return open;
  }

  WorkbenchCommands commands() {
    return commands;
  }

  SettingsModel settingsModel() {
    return settings;
  }

  /**
   * Opens a case and says what should be known.
   *
   * @param files the first case among them is opened, otherwise the one for work without a name;
   *     pictures are taken into it
   */
  void begin(List<Path> files) {
    List<Path> cases =
        files.stream().filter(file -> file.toString().endsWith(CaseFile.EXTENSION)).toList();
    awaiting = files.stream().filter(file -> !cases.contains(file)).toList();
    Path aside = parts.loaded().keptAside();
    if (aside != null) {
      dialogs.error(
          new Problem(
              messages.text("shell.problem.settings", aside.toString()),
              "SET-01",
              aside.toString()));
    }
    if (cases.isEmpty()) {
      background.run(shelf::unnamed, this::unnamedOpened, this::unnamedFailed);
    } else {
      background.run(() -> shelf.open(cases.getFirst()), this::opened, this::unnamedFailed);
    }
  }

  private void unnamedOpened(OpenCase opened) {
    if (opened.file().isReadOnly()) {
      secondWindow(opened);
    } else {
      opened(opened);
    }
  }

  /** The case is open in another window: reading, or a case of its own. */
  private void secondWindow(OpenCase opened) {
    OptionalInt way =
        dialogs.choose(
            messages.text("shell.second.title"),
            messages.text("shell.second.question", opened.file().whyReadOnly().orElse("")),
            List.of(messages.text("shell.second.own"), messages.text("shell.second.read")));
    if (way.isPresent() && way.getAsInt() == 0) {
      background.run(
          () -> {
            opened.close();
            return shelf.anotherUnnamed();
          },
          this::opened);
    } else {
      opened(opened);
    }
  }

  /** A case that cannot be opened is left as it is; work goes on in another. */
  private void unnamedFailed(Throwable cause) {
    failed(cause);
    background.run(shelf::anotherUnnamed, this::opened);
  }

  private void opened(OpenCase next) {
    if (closing) {
      background.run(next::close);
      return;
    }
    leave();
    open = next;
    atWork = next;
    features.open(next);
    next.desk().ifPresent(activity::open);
    CaseCount count = new CaseCount(next.file(), background, number -> counted(next, number));
    next.file().addListener(count);
    count.look();
    if (next.named()) {
      settings.change(now -> now.withRecentCase(next.file().path().toString()));
    }
    next.file()
        .whyReadOnly()
        .ifPresentOrElse(
            why -> view.showNotice(Notice.of(why, true, List.of())), () -> view.showNotice(null));
    showTitle();
    enable();
    modelChanged();
    List<Path> arriving = awaiting;
    awaiting = List.of();
    if (!arriving.isEmpty() && isWritable()) {
      openPaths(arriving);
    }
  }

  private void counted(OpenCase which, int number) {
    if (open != null && which.file().equals(open.file())) {
      view.showEmpty(number == 0);
    }
  }

  /** Takes the case out of the window; its work is finished and its file closed behind. */
  private void leave() {
    OpenCase before = open;
    reporting.leave();
    open = null;
    if (before != null) {
      Background.Step drawn = features.close();
      activity.close();
      background.run(
          () -> {
            drawn.run();
            before.close();
          });
    }
  }

  private void showTitle() {
    OpenCase now = open;
    String name = now == null || !now.named() ? messages.text("shell.case.unnamed") : now.name();
    if (now != null && now.file().isReadOnly()) {
      name = messages.text("shell.case.read-only", name);
    }
    stage.setTitle(messages.text("shell.window.title", name));
  }

  private boolean isWritable() {
    OpenCase now = open;
    return now != null && now.work() != null && !closing;
  }

  private void enable() {
    boolean off = !isWritable();
    for (String key :
        List.of(
            "open-files",
            "open-folder",
            "samples",
            "paste",
            "examine",
            "examine-with",
            "examine-rest",
            "pause",
            "cancel-all",
            "retry-failed")) {
      commands.get(key).disabledProperty().set(off);
    }
    commands.get("close-case").disabledProperty().set(open == null || !open.named() || closing);
  }

  /** Who is at work: as the settings say, otherwise the examiner whom the case names. */
  private Actor actor(String examiner) {
    Actor account = Actor.ofThisAccount(parts.program());
    String name = settings.get().examiner();
    return name != null ? account.as(name) : examiner.isBlank() ? account : account.as(examiner);
  }

  private List<Long> selectedFromTheLead() {
    return features.selectedFromTheLead();
  }

  /** The case has other details: another name, perhaps another examiner. */
  private void renamed() {
    OpenCase now = open;
    if (now == null) {
      return;
    }
    background.run(
        () -> {
          CaseDetails details = now.file().details().get();
          now.file().actor(actor(details.examiner()));
          return details.name();
        },
        name -> {
          OpenCase shown = open;
          if (shown != null && shown.file().equals(now.file())) {
            open = shown.renamed(name);
            atWork = open;
            showTitle();
          }
        });
  }

  // What comes in.

  private @Nullable ExaminationRequest onArrival() {
    return settings.get().examineOnArrival() ? request() : null;
  }

  /** How examinations are done unless something else is asked for. */
  ExaminationRequest request() {
    Settings now = settings.get();
    String mode = now.mode();
    return new ExaminationRequest(
        now.model(),
        mode == null ? null : InputMode.valueOf(mode.toUpperCase(Locale.ROOT)),
        null,
        now.device(),
        now.precision());
  }

  /** Takes files and folders in. */
  void openPaths(List<Path> paths) {
    for (Path path : paths) {
      settings.change(now -> now.withRecent(path.toAbsolutePath().toString()));
    }
    arrivals.take(paths, Receipt.unstated());
  }

  private void arrived(Arrivals.Arrived what) {
    if (!what.problems().isEmpty()) {
      dialogs.error(
          new Problem(
              messages.text("shell.arrival.problems", what.problems().size()),
              what.problems().getFirst().code(),
              Arrivals.words(what.problems())));
    }
    if (what.fresh().isEmpty() && what.known() == 0 && what.problems().isEmpty()) {
      say(messages.text("shell.arrival.nothing", what.leftOut()));
    } else if (what.fresh().isEmpty() && what.known() > 0) {
      say(messages.text("shell.arrival.known", what.known()));
    }
  }

  private void say(String words) {
    Button gone = new Button(messages.text("dialogs.close.text"));
    gone.setOnAction(event -> view.showNotice(null));
    view.showNotice(Notice.of(words, false, List.of(gone)));
  }

  @Override
  public void openFiles() {
    List<Path> files =
        dialogs.openFiles(
            messages.text("shell.open.files"),
            new FileKind(messages.text("shell.open.pictures"), PICTURES),
            lastFolder());
    if (!files.isEmpty()) {
      remember(files.getFirst().toAbsolutePath().getParent());
      openPaths(files);
    }
  }

  @Override
  public void openFolder() {
    dialogs
        .openFolder(messages.text("shell.open.folder"), lastFolder())
        .ifPresent(
            folder -> {
              remember(folder);
              openPaths(List.of(folder));
            });
  }

  private @Nullable Path lastFolder() {
    String folder = settings.get().lastFolder();
    return folder == null ? null : Path.of(folder);
  }

  private void remember(@Nullable Path folder) {
    if (folder != null) {
      settings.change(now -> now.withLastFolder(folder.toString()));
    }
  }

  private void reopen(Path path) {
    openPaths(List.of(path));
  }

  @Override
  public void openSamples() {
    Optional<Path> folder = SampleFolder.ofThisRun();
    if (folder.isEmpty()) {
      dialogs.error(new Problem(messages.text("shell.problem.samples"), "SMP-01", ""));
      return;
    }
    arrivals.take(List.of(folder.get()), Receipt.unstated());
    if (!settings.get().tourSeen()) {
      tour();
    }
  }

  @Override
  public void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    List<Path> files = Pasteboard.files(clipboard);
    if (!files.isEmpty()) {
      openPaths(files);
      return;
    }
    Pasteboard.picture(clipboard)
        .ifPresentOrElse(arrivals::paste, () -> say(messages.text("shell.paste.nothing")));
  }

  // Cases.

  @Override
  public void newCase() {
    Optional<String> name =
        dialogs.ask(
            messages.text("shell.new-case.title"), messages.text("shell.new-case.question"), "");
    name.flatMap(
            words ->
                dialogs.saveFile(
                    messages.text("shell.new-case.place"),
                    caseKind(),
                    fileName(words) + CaseFile.EXTENSION,
                    lastFolder()))
        .ifPresent(path -> switchTo(() -> shelf.create(withExtension(path), name.orElseThrow())));
  }

  private static String fileName(String name) {
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip();
  }

  private static Path withExtension(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(CaseFile.EXTENSION)
        ? path
        : path.resolveSibling(name + CaseFile.EXTENSION);
  }

  private FileKind caseKind() {
    return new FileKind(messages.text("shell.open.cases"), List.of("*" + CaseFile.EXTENSION));
  }

  @Override
  public void openCase() {
    List<Path> files =
        dialogs.openFiles(messages.text("shell.open-case.title"), caseKind(), lastFolder());
    if (!files.isEmpty()) {
      reopenCase(files.getFirst());
    }
  }

  /** Work goes on in the case for work without a name. */
  @Override
  public void closeCase() {
    OpenCase now = open;
    if (now != null && now.named()) {
      background.run(shelf::unnamed, this::unnamedOpened);
    }
  }

  private void reopenCase(Path path) {
    OpenCase now = open;
    if (now == null || !now.file().path().equals(path.toAbsolutePath().normalize())) {
      switchTo(() -> shelf.open(path));
    }
  }

  /** The case before is left only once the other is open: a failure costs nothing. */
  private void switchTo(Callable<OpenCase> other) {
    background.run(other, this::opened);
  }

  // Examining.

  @Override
  public void examineSelected() {
    examine(features.selected(), request());
  }

  @Override
  public void examineWith() {
    examineWith(features.selected());
  }

  /** Asks how, then queues; what is asked for need not be what the settings say. */
  private void examineWith(List<Long> exhibits) {
    if (isWritable() && !exhibits.isEmpty()) {
      choice.refresh();
      new ModelDialog(messages, choice)
          .ask(stage, exhibits.size())
          .ifPresent(request -> examine(exhibits, request));
    }
  }

  /** Queues examinations; {@code request} may differ from the usual one. */
  void examine(List<Long> exhibits, ExaminationRequest request) {
    OpenCase now = open;
    CaseDesk work = now == null ? null : now.work();
    if (work != null && !exhibits.isEmpty()) {
      background.run(() -> work.examine(exhibits, request));
    }
  }

  @Override
  public void examineRest() {
    OpenCase now = open;
    CaseDesk work = now == null ? null : now.work();
    if (now == null || work == null) {
      return;
    }
    ExaminationRequest how = request();
    background.run(
        () -> {
          List<Long> rest =
              now.file().exhibits().rows().stream()
                  .filter(row -> row.latest() == null && row.errorCode() == null)
                  .map(ExhibitRow::id)
                  .toList();
          work.examine(rest, how);
        });
  }

  @Override
  public void pauseOrResume() {
    OpenCase now = open;
    if (now != null && now.work() != null) {
      if (activity.isPaused()) {
        now.work().resume();
      } else {
        now.work().pause();
      }
    }
  }

  @Override
  public void cancelAll() {
    OpenCase now = open;
    if (now != null && now.work() != null) {
      background.run(now.work()::cancelAll);
    }
  }

  @Override
  public void retryFailed() {
    OpenCase now = open;
    if (now != null && now.work() != null) {
      background.run(now.work()::retryFailed);
    }
  }

  @Override
  public void stuck(String code, String sentence, Throwable cause) {
    FxThread.run(
        () -> {
          Command resume =
              new Command(
                  messages.text("activity.resume.text"),
                  null,
                  null,
                  () -> {
                    view.showNotice(null);
                    pauseOrResume();
                  });
          view.showNotice(
              Notice.of(messages.text("shell.stuck.notice"), true, List.of(resume.button())));
          dialogs.error(
              Problem.of(sentence + " " + messages.text("shell.stuck.kept"), code, cause));
        });
  }

  @Override
  public void modelChanged() {
    FxThread.run(() -> status.showDevice(parts.laboratory().loaded().map(this::words).orElse("")));
  }

  private String words(Laboratory.Loaded loaded) {
    return messages.text(
        "shell.status.loaded",
        loaded.detector().device(),
        loaded.detector().precision(),
        loaded.model().card().name());
  }

  // The window.

  @Override
  public void find() {
    features.find();
  }

  @Override
  public void undo() {
    features.history().undo();
  }

  @Override
  public void redo() {
    features.history().redo();
  }

  @Override
  public void export() {
    features.export();
  }

  /** Undo and redo say what they would do. */
  private void followHistory(String key, ReadOnlyStringProperty name) {
    Command command = commands.get(key);
    String plain = command.textProperty().get();
    command
        .textProperty()
        .bind(
            name.map(
                what ->
                    what.isEmpty() ? plain : messages.text("shell.history.words", plain, what)));
    command.disabledProperty().bind(name.map(String::isEmpty));
  }

  @Override
  public void settings() {
    background.run(
        this::modelNames, names -> new SettingsDialog(messages, settings, names).show(stage));
  }

  private Optional<OperatingPoint> point(String model) {
    try {
      return parts.laboratory().registry().find(model).card().operatingPoints().stream()
          .findFirst();
    } catch (ModelException e) {
      return Optional.empty();
    }
  }

  private String cardWords(String model) {
    try {
      return parts.cardWords().apply(parts.laboratory().registry().find(model));
    } catch (ModelException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private List<String> modelNames() throws ModelException {
    return parts.laboratory().registry().list().models().stream()
        .map(model -> model.card().name())
        .toList();
  }

  @Override
  public void toggleActivity() {
    activity.setShown(!activity.isShown());
  }

  @Override
  public void toggleFullScreen() {
    stage.setFullScreen(!stage.isFullScreen());
  }

  @Override
  public void help() {
    new HelpWindow(messages, stage).show(HelpTopic.START);
  }

  @Override
  public void limits() {
    new HelpWindow(messages, stage).show(HelpTopic.LIMITS);
  }

  @Override
  public void shortcuts() {
    List<ShortcutSheet.Group> groups = new ArrayList<>();
    groups.add(
        new ShortcutSheet.Group(
            messages.text("shell.shortcuts.window"),
            commands.all().stream()
                .filter(command -> command.key() != null)
                .map(
                    command ->
                        new ShortcutSheet.Shortcut(
                            command.key().getDisplayText(), command.textProperty().get()))
                .toList()));
    groups.addAll(features.shortcuts());
    ShortcutSheet.show(stage, groups, messages);
  }

  @Override
  public void tour() {
    if (tour != null) {
      tour.end();
    }
    tour =
        new Tour(
            view.tourLayer(),
            Arrays.asList(
                new Tour.Stop("welcome", () -> null),
                new Tour.Stop("list", features::list),
                new Tour.Stop("viewer", features::viewer),
                new Tour.Stop("inspector", features::inspector),
                new Tour.Stop("queue", () -> view.root().lookup("#status-line")),
                new Tour.Stop("limits", () -> null)),
            messages,
            () -> settings.change(now -> now.withTourSeen(true)));
    tour.begin();
  }

  @Override
  public void about() {
    OpenCase now = open;
    dialogs.say(
        messages.text("shell.about.title"),
        messages.text(
            "shell.about.text",
            parts.program(),
            parts.laboratory().usualModel(),
            now == null ? "" : now.file().path().toString()));
  }

  private void failed(Throwable cause) {
    org.slf4j.LoggerFactory.getLogger(WorkbenchController.class).error("Shown to the user", cause);
    dialogs.error(Problems.of(cause, messages));
  }

  /** Finishes what is in hand, then closes the case, the model and the window. */
  @Override
  public void quit() {
    if (closing) {
      return;
    }
    closing = true;
    enable();
    if (stage.isShowing()) {
      settings.change(now -> now.withPlacement(Placement.of(stage, view.split())));
    }
    view.showVeil(messages.text("shell.closing.words"));
    reporting.leave();
    open = null;
    Background.Step drawn = features.close();
    background.run(
        () -> {
          drawn.run();
          finish();
          return true;
        },
        done -> gone(),
        cause -> {
          failed(cause);
          gone();
        });
  }

  /**
   * Waits for what is in hand and closes case and model; a second call does nothing. For any thread
   * but the FX thread: when the process is ended from outside there is no such thread any more.
   */
  void finish() {
    synchronized (finishing) {
      if (finished) {
        return;
      }
      finished = true;
      features.end();
      OpenCase last = atWork;
      if (last != null) {
        last.close();
      }
      parts.laboratory().close();
    }
  }

  private void gone() {
    // Nothing waits in them any more, so this holds the last frame up by moments only.
    background.close();
    looking.close();
    stage.close();
  }
}
