package org.palimpsest.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.CatalogueEntry;

/** What a person must know before saying yes to a published checkpoint. */
final class CatalogueText {
  private final PrintWriter out;

  CatalogueText(PrintWriter out) {
    this.out = out;
  }

  void print(CatalogueEntry entry, Path target) {
    line("Name", entry.name());
    line("What", entry.title());
    line("Address", entry.address().toString());
    line("Size", "%s (%d bytes)".formatted(ModelTable.megabytes(entry.size()), entry.size()));
    line("SHA-256", entry.sha256());
    line("Licence", entry.licence());
    line("Origin", entry.origin());
    line("Trained on", entry.trainingData());
    for (String measured : entry.measured()) {
      line("Measured", measured);
    }
    line("Goes to", target.toString());
    out.flush();
  }

  private void line(String name, String text) {
    out.println("%-11s %s".formatted(name, VisibleName.of(text)));
  }
}
