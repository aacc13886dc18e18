package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.samples.SamplePictures;
import org.palimpsest.tasks.Cancellation;
import org.palimpsest.training.Autoencoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the shipped sample pictures again. */
@Command(
    name = "samples",
    mixinStandardHelpOptions = true,
    description =
        "Renders the shipped sample pictures again; the same program makes the same files.")
public final class SamplesCommand implements Callable<Integer> {
  private static final int HEIGHT = 900;

  private final Cancellation cancellation;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for them")
  private Path out = Path.of("");

  @Option(
      names = "--autoencoder",
      paramLabel = "FILE",
      description =
          "autoencoder.safetensors of a training's --work folder; without it the pictures with"
              + " regenerated areas are left out")
  private @Nullable Path autoencoder;

  /**
   * The command with what it needs.
   *
   * @param cancellation requested when the process is to end
   */
  public SamplesCommand(Cancellation cancellation, InstantSource clock) {
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("The command runs below a command line only");
    }
    PrintWriter console = spec.commandLine().getOut();
    SamplePictures pictures = new SamplePictures(HEIGHT);
    List<String> leftOut;
    try (ProgressLine line =
        new ProgressLine(spec.commandLine().getErr(), false, cancellation, clock)) {
      if (autoencoder == null) {
        leftOut = pictures.write(out, null, line);
      } else {
        try (Autoencoder loaded = Autoencoder.load(autoencoder)) {
          leftOut = pictures.write(out, loaded, line);
        }
      }
    }
    leftOut.forEach(name -> console.println("left out, it needs --autoencoder: " + name));
    console.flush();
    return ExitCodes.DONE;
  }
}
