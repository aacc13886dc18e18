package org.palimpsest.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.machine.StartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how smoothly the viewer moves a very large picture on this machine. */
@Command(
    name = "viewer",
    mixinStandardHelpOptions = true,
    description = {
      "Measures milliseconds per frame of the viewer, on a computed picture with a map.",
      "A window of 1000 x 1000 pixels is opened for it, or none with --headless."
    })
public final class BenchViewerCommand implements Callable<Integer> {
  private final ViewerTimer timer;
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--megapixels",
      defaultValue = "100",
      paramLabel = "N",
      description = "size of the picture, 1 to 200")
  private int megapixels = 100;

  @Option(
      names = "--frames",
      defaultValue = "200",
      paramLabel = "N",
      description = "frames counted for each action")
  private int frames = 200;

  @Option(names = "--headless", description = "draw in software, without a screen")
  private boolean headless;

  /** The command with what it measures. */
  public BenchViewerCommand(ViewerTimer timer) {
    this.timer = timer;
  }

  @Override
  public Integer call() throws StartException, InterruptedException {
    CommandSpec command = Objects.requireNonNull(spec);
    if (megapixels < 1 || megapixels > 200 || frames < 20) {
      throw new ParameterException(
          command.commandLine(), "--megapixels is 1 to 200 and --frames at least 20");
    }
    PrintWriter out = command.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%-26s %7s %10s %10s %10s%n",
        "action",
        "frames",
        "median ms",
        "p95 ms",
        "longest ms");
    for (ViewerTimer.Row row : timer.measure(megapixels, frames, headless)) {
      out.printf(
          Locale.ROOT,
          "%-26s %7d %10.1f %10.1f %10.1f%n",
          row.action(),
          row.frames(),
          row.medianMs(),
          row.p95Ms(),
          row.longestMs());
    }
    out.printf(
        Locale.ROOT,
        "%d megapixels, %s, %d processors, Java %s, %s%n",
        megapixels,
        headless ? "software rendering without a screen" : "on the screen",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    out.flush();
    return ExitCodes.DONE;
  }
}
