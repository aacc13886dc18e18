package org.palimpsest.ui.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.drawing.Extent;
import org.palimpsest.casework.store.Annotation;
import org.palimpsest.casework.store.Finding;
import org.palimpsest.casework.store.FindingRegion;
import org.palimpsest.heatmap.Box;
import org.palimpsest.heatmap.Region;

/** A part of the picture that a finding may rest on, and whether it does. */
final class RegionChoice {
  private final FindingRegion region;
  private final BooleanProperty chosen = new SimpleBooleanProperty();

  RegionChoice(FindingRegion region, boolean chosen) {
    this.region = region;
    this.chosen.set(chosen);
  }

  FindingRegion region() {
    return region;
  }

  BooleanProperty chosenProperty() {
    return chosen;
  }

  /**
   * Everything an exhibit offers: regions of the program, marks of the examiner, and what the
   * finding rests on already and is in neither any more.
   */
  static List<RegionChoice> of(Considered considered, @Nullable Finding finding) {
    List<FindingRegion> rests = finding == null ? List.of() : finding.draft().regions();
    boolean sameExamination =
        finding != null && Objects.equals(finding.draft().examination(), considered.examination());
    List<RegionChoice> choices = new ArrayList<>();
    List<FindingRegion> left = new ArrayList<>(rests);
    ExaminationRecord record = considered.record();
    List<Region> regions = record == null ? List.of() : record.measurement().regions();
    for (int i = 0; i < regions.size(); i++) {
      int number = i + 1;
      Region region = regions.get(i);
      boolean chosen =
          sameExamination && left.removeIf(rest -> Integer.valueOf(number).equals(rest.region()));
      choices.add(
          new RegionChoice(
              new FindingRegion("region " + number, region.box(), region.outline(), number, null),
              chosen));
    }
    for (Annotation mark : considered.marks()) {
      boolean chosen = left.removeIf(rest -> Long.valueOf(mark.id()).equals(rest.annotation()));
      choices.add(new RegionChoice(marked(mark), chosen));
    }
    left.forEach(rest -> choices.add(new RegionChoice(rest, true)));
    return choices;
  }

  private static FindingRegion marked(Annotation mark) {
    Extent extent = Extent.of(mark.draft().shape());
    int x = (int) Math.floor(extent.left());
    int y = (int) Math.floor(extent.top());
    Box box =
        new Box(
            x,
            y,
            Math.max(1, (int) Math.ceil(extent.right()) - x),
            Math.max(1, (int) Math.ceil(extent.bottom()) - y));
    String label = mark.draft().label().isBlank() ? "mark " + mark.id() : mark.draft().label();
    return new FindingRegion(label, box, List.of(), null, mark.id());
  }
}
