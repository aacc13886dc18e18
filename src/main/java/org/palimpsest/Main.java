package org.palimpsest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.palimpsest.cli.StartErrors;
import org.palimpsest.machine.DataLayout;
import org.palimpsest.machine.Installation;
import org.palimpsest.machine.StartException;
import org.palimpsest.machine.WindowNeeds;
import org.palimpsest.settings.AppDirectories;
import org.palimpsest.settings.BuildFacts;
import org.palimpsest.tasks.ExitGuard;
import org.palimpsest.ui.fx.FxToolkit;

/** Starts Palimpsest. */
public final class Main {
  /** Set by the window's launcher: the arguments are files to open, not a verb. */
  private static final String WINDOW = "palimpsest.window";

  /** Set when the start cache is trained: shows the window once and examines the samples. */
  private static final String REHEARSAL = "palimpsest.rehearsal";

  /** They tell about the program and touch no data, so that they work on any machine. */
  private static final Set<String> TELLING = Set.of("doctor", "--version", "-V", "--help", "-h");

  private Main() {}

  /** Opens the workbench, or runs the verb that is given and ends with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    // Numbers in records and tables look the same on every machine.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    StartErrors errors = StartErrors.onTheTerminal();
    int code;
    try {
      code = run(List.of(args), errors);
    } catch (StartException e) {
      code = errors.tell(e);
      if (Boolean.getBoolean(WINDOW)) {
        tellInAWindow(String.valueOf(e.getMessage()));
      }
    } catch (RuntimeException e) {
      code = errors.tell(unexpected(e));
    }
    System.exit(code);
  }

  /** Who started the program from a menu sees no terminal. */
  private static void tellInAWindow(String sentence) throws InterruptedException {
    try {
      WindowNeeds.ofThisMachine().demand();
      FxToolkit.tell(sentence);
    } catch (StartException e) {
      // No window: then standard error has to do.
      return;
    }
  }

  private static StartException unexpected(RuntimeException failure) {
    return new StartException(
        "INT-01",
        "An unexpected error ended the program; the details are in %s."
            .formatted(System.getProperty("palimpsest.log", "no log")),
        failure);
  }

  private static int run(List<String> args, StartErrors errors)
      throws StartException, InterruptedException {
    AppDirectories directories = directories();
    if (directories.areTemporary()) {
      errors.note(
          "The home folder cannot be written; this run keeps its own files in %s."
              .formatted(directories.data().getParent()));
    }
    // Read by the logging configuration and by the engine when each starts, which is later.
    System.setProperty("palimpsest.log", directories.log().toString());
    System.setProperty("DJL_CACHE_DIR", directories.cache().resolve("engine").toString());
    Installation.ofThisRun()
        .engine()
        .ifPresent(engine -> System.setProperty("ENGINE_CACHE_DIR", engine.toString()));
    if (args.isEmpty() || !TELLING.contains(args.getFirst())) {
      new DataLayout(directories.data(), BuildFacts.read().version()).claim();
    }
    try (ExitGuard guard = new ExitGuard()) {
      Workstation workstation = new Workstation(directories, guard.cancellation());
      if (Boolean.getBoolean(REHEARSAL)) {
        return workstation.rehearse(Path.of(args.getFirst()));
      }
      boolean files = Boolean.getBoolean(WINDOW);
      return args.isEmpty() || files
          ? window(workstation, args)
          : workstation.terminal().run(args.toArray(String[]::new));
    }
  }

  private static AppDirectories directories() throws StartException {
    try {
      return AppDirectories.ofThisMachine().create();
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      throw new StartException(
          "STA-01",
          "Palimpsest can make no folder for its own files, neither in the home folder nor in %s."
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private static int window(Workstation workstation, List<String> files)
      throws StartException, InterruptedException {
    WindowNeeds.ofThisMachine().demand();
    return workstation.window(paths(files));
  }

  private static List<Path> paths(List<String> files) throws StartException {
    try {
      return files.stream().map(Path::of).map(Path::toAbsolutePath).toList();
    } catch (InvalidPathException e) {
      throw new StartException("STA-05", "%s is no file name.".formatted(e.getInput()), e);
    }
  }
}
