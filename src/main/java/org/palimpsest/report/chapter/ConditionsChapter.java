package org.palimpsest.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Versions;
import org.palimpsest.report.data.DetailedExhibit;
import org.palimpsest.report.data.ReportData;
import org.palimpsest.report.document.Block;
import org.palimpsest.report.document.Chapter;
import org.palimpsest.report.document.Fact;

/** Everything an examination depended on; equal sets of conditions are stated once. */
final class ConditionsChapter {
  /** Conditions and software that several examinations have in common. */
  private record Setting(Conditions conditions, Versions versions) {}

  private ConditionsChapter() {}

  static Chapter of(ReportData data) {
    Map<Setting, List<DetailedExhibit>> settings = new LinkedHashMap<>();
    for (DetailedExhibit exhibit : data.detailed()) {
      ExaminationRecord record = exhibit.record();
      if (record != null) {
        settings
            .computeIfAbsent(
                new Setting(record.conditions(), record.versions()), key -> new ArrayList<>())
            .add(exhibit);
      }
    }
    List<Block> blocks = new ArrayList<>();
    int number = 1;
    for (Map.Entry<Setting, List<DetailedExhibit>> entry : settings.entrySet()) {
      blocks.add(
          new Block.Heading(
              "setting-" + number,
              settings.size() == 1 ? "All examinations" : items(entry.getValue())));
      blocks.add(new Block.Facts(facts(entry.getKey(), entry.getValue())));
      number++;
    }
    if (settings.isEmpty()) {
      blocks.add(new Block.Text("No examination is described in this report."));
    }
    return new Chapter("conditions", "Parameters and versions", blocks);
  }

  private static String items(List<DetailedExhibit> exhibits) {
    return "Exhibits "
        + String.join(
            ", ", exhibits.stream().map(exhibit -> "" + exhibit.listed().item()).toList());
  }

  private static List<Fact> facts(Setting setting, List<DetailedExhibit> exhibits) {
    Conditions conditions = setting.conditions();
    Versions versions = setting.versions();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Model", conditions.model()));
    facts.add(Fact.code("SHA-256 of the weights", conditions.modelSha256()));
    facts.add(Fact.of("Input transform", Words.mode(conditions)));
    facts.add(
        Fact.of(
            "Map threshold",
            "%s: %s"
                .formatted(
                    Words.number(conditions.threshold()),
                    Words.visible(conditions.thresholdSource()))));
    facts.add(Fact.of("Device and precision", conditions.device() + ", " + conditions.precision()));
    facts.add(
        Fact.of("Chance", "none is involved: there is no seed, and nothing is drawn at random"));
    facts.add(Fact.of("Program", versions.program()));
    facts.add(Fact.of("Engine", versions.engine()));
    facts.add(Fact.of("Java", versions.java()));
    facts.add(Fact.of("System", versions.system()));
    if (exhibits.size() == 1) {
      ExaminationRecord record = exhibits.getFirst().record();
      if (record != null) {
        facts.add(Fact.of("Examined", Words.time(record.at())));
        facts.add(Fact.code("Command", Words.visible(String.join(" ", record.commandLine()))));
      }
    } else {
      facts.add(
          Fact.of(
              "Examined",
              "times and commands of each examination are in the machine-readable report"));
    }
    return facts;
  }
}
