package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.Outcome;
import org.palimpsest.casework.store.Actor;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.casework.store.CaseFile;
import org.palimpsest.casework.store.ExhibitRow;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.FindingDraft;
import org.palimpsest.casework.store.FindingRegion;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.casework.store.Support;
import org.palimpsest.heatmap.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records what the examiner concludes about an exhibit. */
@Command(
    name = "conclude",
    mixinStandardHelpOptions = true,
    description = "Records the examiner's finding about an exhibit, apart from the program's.")
public final class CaseConcludeCommand implements Callable<Integer> {
  private final Actor actor;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "the case")
  private Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "ITEM", description = "number of the exhibit")
  private int item;

  @Option(
      names = "--conclusion",
      required = true,
      paramLabel = "WORD",
      description = "consistent, inconsistent (with an original) or inconclusive")
  private String conclusion = "";

  @Option(
      names = "--support",
      required = true,
      paramLabel = "LEVEL",
      description = "none, limited, moderate, strong or very_strong")
  private String support = "";

  @Option(
      names = "--because",
      required = true,
      paramLabel = "TEXT",
      description = "the justification")
  private String because = "";

  @Option(
      names = "--region",
      split = ",",
      paramLabel = "N,...",
      description = "regions of the latest examination that it rests on, 1 for the largest")
  private List<Integer> regions = List.of();

  /** The command with whom it works for. */
  public CaseConcludeCommand(Actor actor) {
    this.actor = actor;
  }

  @Override
  public Integer call() throws CaseException {
    Outcome outcome = named(Outcome.values(), conclusion, "--conclusion");
    Support level = named(Support.values(), support, "--support");
    if (because.isBlank()) {
      throw complaint("--because is the justification and may not be empty");
    }
    try (CaseFile open = OpenedCase.forChanges(file, actor)) {
      ExhibitRow row = OpenedCase.item(open, item);
      LatestResult latest = row.latest();
      FindingDraft draft =
          new FindingDraft(
              outcome,
              level,
              because.strip(),
              latest == null ? List.of() : regions(open, latest),
              latest == null ? null : latest.examination());
      Finding finding = open.findings().add(row.id(), draft);
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      out.println(
          "Exhibit %d: finding %d by %s, %s (%s); a draft until a second reader signs it."
              .formatted(item, finding.id(), finding.author(), outcome.words(), level.words()));
      if (finding.contradictsMachine()) {
        out.println("It contradicts the program's result; a report will say so.");
      }
      out.flush();
    }
    return ExitCodes.DONE;
  }

  private List<FindingRegion> regions(CaseFile open, LatestResult latest) throws CaseException {
    List<Region> known = open.examinations().record(latest.examination()).measurement().regions();
    List<FindingRegion> chosen = new ArrayList<>();
    Set<Integer> numbers = new TreeSet<>(regions);
    for (int number : numbers) {
      if (number < 1 || number > known.size()) {
        throw complaint("The latest examination has %d regions.".formatted(known.size()));
      }
      Region region = known.get(number - 1);
      chosen.add(
          new FindingRegion("region " + number, region.box(), region.outline(), number, null));
    }
    return chosen;
  }

  private <T extends Enum<T>> T named(T[] values, String word, String option) {
    return Arrays.stream(values)
        .filter(value -> value.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                complaint(
                    "%s is one of %s, not %s"
                        .formatted(
                            option, Arrays.toString(values).toLowerCase(Locale.ROOT), word)));
  }

  private ParameterException complaint(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }
}
