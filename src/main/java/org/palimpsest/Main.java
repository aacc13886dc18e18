package org.palimpsest;

import java.io.IOException;
import java.util.Locale;
import org.palimpsest.settings.AppDirectories;
import org.palimpsest.tasks.ExitGuard;

/** Starts Palimpsest. */
public final class Main {
  private Main() {}

  /** Opens the workbench, or runs the verb that is given and ends with its exit code. */
  public static void main(String[] args) throws IOException, InterruptedException {
    // Numbers in records and tables look the same on every machine.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    AppDirectories directories = AppDirectories.ofThisMachine().create();
    // Read by the logging configuration and by the engine when each starts, which is later.
    System.setProperty("palimpsest.log", directories.log().toString());
    System.setProperty("DJL_CACHE_DIR", directories.cache().resolve("engine").toString());
    int code;
    try (ExitGuard guard = new ExitGuard()) {
      Workstation workstation = new Workstation(directories, guard.cancellation());
      code = args.length == 0 ? workstation.window() : workstation.terminal().run(args);
    }
    System.exit(code);
  }
}
