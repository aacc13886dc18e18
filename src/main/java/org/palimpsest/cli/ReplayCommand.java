package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.DetectorLoader;
import org.palimpsest.casework.Versions;
import org.palimpsest.registry.ModelRegistry;
import org.palimpsest.report.replay.Agreement;
import org.palimpsest.report.replay.Bundle;
import org.palimpsest.report.replay.BundleException;
import org.palimpsest.report.replay.Comparison;
import org.palimpsest.report.replay.ExhibitSearch;
import org.palimpsest.report.replay.Replay;
import org.palimpsest.tasks.Cancellation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes the results of a replay bundle again and compares. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Checks every file of a replay bundle, computes all scores and maps again from the exhibits,",
      "and says for each exhibit whether they agree."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything agrees, exactly or within tolerance",
      "1:something differs or could not be compared",
      "2:the bundle was changed, or nothing could be done"
    })
public final class ReplayCommand implements Callable<Integer> {
  private final ModelRegistry registry;
  private final DetectorLoader loader;
  private final Versions versions;
  private final Cancellation cancellation;
  private final InstantSource clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = "replay.zip of a report")
  private Path bundle = Path.of("");

  @Option(
      names = "--exhibits",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "files and folders in which exhibits are looked for by their content; otherwise where the"
              + " report found them")
  private List<Path> exhibits = List.of();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu or gpu:N; otherwise the one of the report")
  private @Nullable String device;

  @Option(names = "--progress", description = "show the progress line even without a console")
  private boolean progress;

  /**
   * The command with what it needs.
   *
   * @param versions the running software
   */
  public ReplayCommand(
      ModelRegistry registry,
      DetectorLoader loader,
      Versions versions,
      Cancellation cancellation,
      InstantSource clock) {
    this.registry = registry;
    this.loader = loader;
    this.versions = versions;
    this.cancellation = cancellation;
    this.clock = clock;
  }

  @Override
  public Integer call() throws BundleException, IOException {
    CommandSpec command = Objects.requireNonNull(spec);
    List<Comparison> comparisons;
    try (Bundle checked = Bundle.open(bundle);
        RepeatedExaminations examiner =
            new RepeatedExaminations(registry, loader, device, versions, clock);
        ProgressLine line =
            new ProgressLine(
                command.commandLine().getErr(),
                ShownProgress.wanted(progress),
                cancellation,
                clock)) {
      comparisons = new Replay(checked, new ExhibitSearch(exhibits), examiner).run(line);
    }
    PrintWriter out = command.commandLine().getOut();
    out.println("Every file of the bundle is as it was written.");
    for (Comparison comparison : comparisons) {
      out.println(
          "Exhibit %d: %s; %s"
              .formatted(comparison.item(), comparison.agreement().words(), comparison.figures()));
    }
    out.println(summary(comparisons));
    out.flush();
    boolean agrees =
        comparisons.stream()
            .allMatch(
                comparison ->
                    comparison.agreement() == Agreement.EXACT
                        || comparison.agreement() == Agreement.WITHIN_TOLERANCE);
    return agrees ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }

  private static String summary(List<Comparison> comparisons) {
    StringBuilder words = new StringBuilder();
    for (Agreement agreement : Agreement.values()) {
      long number =
          comparisons.stream().filter(comparison -> comparison.agreement() == agreement).count();
      words.append(words.isEmpty() ? "" : ", ").append(number).append(' ');
      words.append(agreement.words());
    }
    return words.append('.').toString();
  }
}
