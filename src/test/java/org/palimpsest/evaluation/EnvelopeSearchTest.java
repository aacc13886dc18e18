package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.palimpsest.evaluation.data.TestImage;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.registry.ValidatedEnvelope;

class EnvelopeSearchTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
  private static final AreaRule RULE = new AreaRule(49, 0.1);

  private static List<Measured> edited(int count, DoublePredicate found, DoublePredicate after75) {
    List<Measured> edited = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double share = (i + 1.0) / count;
      for (Resaving resaving : Resaving.values()) {
        boolean marked = resaving == Resaving.JPEG_75 ? after75.test(share) : found.test(share);
        float[] map = new float[100];
        map[0] = 1;
        for (int p = 0; p < (marked ? 20 : 1); p++) {
          map[p] = 0.9f;
        }
        edited.add(
            new Measured(
                TestImage.edited("s", Path.of("p" + i), Path.of("m" + i)),
                "",
                resaving,
                600,
                400,
                resaving.quality(),
                0.5f,
                MapAreas.of(new FloatMap(10, 10, map)),
                share,
                null,
                new Protocol(0.5f, null, null)));
      }
    }
    return edited;
  }

  private static EnvelopeFinding find(List<Measured> edited) {
    return new EnvelopeSearch(edited, RULE, 0.2).find(DAY);
  }

  @Test
  void theRegionThatMissesLittleIsValidatedOnPicturesItWasNotChosenOn() {
    EnvelopeFinding finding = find(edited(120, share -> share > 0.24, share -> share > 0.24));
    ValidatedEnvelope envelope = Objects.requireNonNull(finding.envelope());
    assertThat(envelope.minEditShare()).isBetween(0.2, 0.3);
    assertThat(envelope.minJpegQuality()).isEqualTo(75);
    assertThat(envelope.minSide()).isEqualTo(400);
    assertThat(envelope.maxSide()).isEqualTo(600);
    assertThat(envelope.images()).isBetween(40, 50);
    assertThat(envelope.missRate().high95()).isLessThanOrEqualTo(0.2);
    assertThat(finding.reason()).contains("JPEG quality 75 or more").contains("limit of 20 %");
  }

  @Test
  void aSavingAfterWhichTooMuchIsMissedIsOutsideTheRegion() {
    EnvelopeFinding finding = find(edited(120, share -> true, share -> false));
    assertThat(Objects.requireNonNull(finding.envelope()).minJpegQuality()).isEqualTo(85);
  }

  @Test
  void aModelThatMissesEverywhereHasNoEnvelopeAndTheReasonSaysSo() {
    EnvelopeFinding finding = find(edited(120, share -> false, share -> false));
    assertThat(finding.envelope()).isNull();
    assertThat(finding.reason()).contains("No kind of picture was validated").contains("10 %");
  }

  @Test
  void tooFewPicturesConfirmNothing() {
    EnvelopeFinding finding = find(edited(24, share -> true, share -> true));
    assertThat(finding.envelope()).isNull();
    assertThat(finding.reason()).contains("12 pictures left").contains("20 are needed");
  }

  @Test
  void whatPromisedMuchAndDidNotHoldIsNotValidated() {
    List<Measured> edited = new ArrayList<>();
    List<Measured> found = edited(120, share -> true, share -> true);
    List<Measured> missed = edited(120, share -> false, share -> false);
    // Every other picture, the proposing half, is found; the confirming half is missed.
    for (int i = 0; i < found.size(); i++) {
      edited.add(i / Resaving.values().length % 2 == 0 ? found.get(i) : missed.get(i));
    }
    EnvelopeFinding finding = find(edited);
    assertThat(finding.envelope()).isNull();
    assertThat(finding.reason()).contains("missed 100.0 % of 60 further pictures");
  }
}
