package org.palimpsest.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.RegisteredModel;
import org.palimpsest.registry.WeightsFacts;

/** Models as a table, a line each. */
final class ModelTable {
  private final PrintWriter out;
  private final boolean verifies;

  /**
   * @param verifies whether the weights are hashed
   */
  ModelTable(PrintWriter out, boolean verifies) {
    this.out = out;
    this.verifies = verifies;
  }

  void heading() {
    out.println(line("NAME", "NUMBERS", "SIZE", "STORED", "RUNS IN", "OPERATING POINT", "STATE"));
  }

  /** Prints a model; whether it can be used. */
  boolean row(RegisteredModel model) {
    String name = model.card().name();
    try {
      if (verifies) {
        model.verify();
      }
      WeightsFacts facts = WeightsFacts.of(model);
      out.println(
          line(
              name,
              String.format(Locale.ROOT, "%.1f M", facts.parameters() / 1e6),
              megabytes(facts.bytes()),
              facts.types().stream()
                  .map(type -> type.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining("+")),
              model.card().defaultPrecision(),
              points(model),
              verifies ? "verified" : "not verified"));
      out.println("  " + VisibleName.of(model.folder().toString()));
      return true;
    } catch (ModelException e) {
      out.println(
          "%-24s UNUSABLE: %s (%s)"
              .formatted(name, VisibleName.of(String.valueOf(e.getMessage())), e.code()));
      return false;
    }
  }

  private static String points(RegisteredModel model) {
    if (model.card().operatingPoints().isEmpty()) {
      return "none";
    }
    return model.card().operatingPoints().stream()
        .map(ModelTable::words)
        .collect(Collectors.joining("; "));
  }

  private static String words(OperatingPoint point) {
    return String.format(
        Locale.ROOT, "%.1f %% alarms of %d", point.falseAlarmRate().value() * 100, point.images());
  }

  /** A size in millions of bytes. */
  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String line(
      String name,
      String numbers,
      String size,
      String stored,
      String runs,
      String point,
      String state) {
    return "%-24s %9s %10s  %-6s  %-7s  %-24s  %s"
        .formatted(name, numbers, size, stored, runs, point, state);
  }
}
