package org.palimpsest.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.palimpsest.heatmap.Heatmap;
import org.palimpsest.imaging.FloatMap;
import org.palimpsest.registry.Calibration;
import org.palimpsest.registry.Configuration;
import org.palimpsest.registry.InputMode;
import org.palimpsest.registry.ModelCard;
import org.palimpsest.registry.OperatingPoint;
import org.palimpsest.registry.Rate;
import org.palimpsest.registry.Statistic;
import org.palimpsest.registry.ValidatedEnvelope;

class VerdictRuleTest {
  private static final Rate MISSED = new Rate(0.25, 0.2, 0.3);
  private static final ValidatedEnvelope ENVELOPE =
      new ValidatedEnvelope(
          0.02, 50, 4000, 80, new Rate(0.1, 0.05, 0.18), 90, "edited images", "2026-01-02");

  private record Sizes(int size) {}

  private static OperatingPoint point(@Nullable Rate missed) {
    return new OperatingPoint(
        Statistic.AREA,
        0.1,
        0.5,
        new Rate(0.02, 0.01, 0.04),
        missed,
        "test images",
        200,
        "2026-01-02");
  }

  private static VerdictRule rule(
      @Nullable OperatingPoint point, @Nullable ValidatedEnvelope envelope) {
    return new VerdictRule(
        new ModelCard(
            "m",
            "t",
            "s",
            Configuration.of(new Sizes(1)),
            "",
            "o",
            "l",
            "d",
            "p",
            InputMode.TILES,
            "fp32",
            point == null ? List.of() : List.of(point),
            envelope,
            List.of(),
            List.of(),
            List.of(),
            false));
  }

  private static FileFacts file(String type, @Nullable Integer quality) {
    return new FileFacts("a", "00", 1, type, false, quality);
  }

  private static final PictureFacts PICTURE =
      new PictureFacts(100, 100, "JPEG", "d", "UPRIGHT", List.of());

  private static Heatmap marked(double share) {
    float[] map = new float[10_000];
    Arrays.fill(map, 0, (int) (share * map.length), 0.9f);
    return Heatmap.of(new FloatMap(100, 100, map), 0.5f);
  }

  private static Verdict verdict(VerdictRule rule, FileFacts file, double share) {
    return rule.verdict(file, PICTURE, InputMode.TILES, 0.99f, marked(share));
  }

  @Test
  void withoutAnOperatingPointNothingIsConcludedHoweverHighTheScore() {
    Verdict verdict = verdict(rule(null, ENVELOPE), file("JPEG", 95), 1);
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.reason()).contains("no operating point");
  }

  @Test
  void anOperatingPointOfAnotherModeIsNotUsed() {
    Verdict verdict =
        rule(point(MISSED), ENVELOPE)
            .verdict(file("JPEG", 95), PICTURE, InputMode.WHOLE, 0.9f, marked(1));
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.reason()).contains("tiles").contains("whole");
  }

  @Test
  void reachingTheOperatingPointIsInconsistentWithTheRateOfFalseAlarms() {
    Verdict verdict = verdict(rule(point(null), null), file("WEBP", null), 0.1);
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONSISTENT);
    assertThat(verdict.reason()).contains("2.0%").contains("200 originals").contains("test images");
  }

  @Test
  void belowItNothingIsConcludedUnlessMissesWereMeasured() {
    Verdict verdict = verdict(rule(point(null), ENVELOPE), file("JPEG", 95), 0.01);
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.reason()).contains("was not measured");
  }

  @Test
  void missesWithoutAValidatedEnvelopeAreToldAndNothingIsConcluded() {
    Verdict verdict = verdict(rule(point(MISSED), null), file("JPEG", 95), 0.01);
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.reason()).contains("missed 25.0%").contains("says nothing");
  }

  @Test
  void outsideTheEnvelopeNothingIsConcluded() {
    VerdictRule rule = rule(point(MISSED), ENVELOPE);
    for (FileFacts outside : List.of(file("JPEG", 60), file("JPEG", null), file("WEBP", null))) {
      Verdict verdict = verdict(rule, outside, 0.01);
      assertThat(verdict.outcome()).as("%s", outside).isEqualTo(Outcome.INCONCLUSIVE);
    }
    PictureFacts large = new PictureFacts(5000, 100, "PNG", "d", "UPRIGHT", List.of());
    assertThat(rule.verdict(file("PNG", null), large, InputMode.TILES, 0.1f, marked(0)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void insideTheEnvelopeItIsConsistentWithTheRateOfMisses() {
    Verdict verdict = verdict(rule(point(MISSED), ENVELOPE), file("JPEG", 95), 0.01);
    assertThat(verdict.outcome()).isEqualTo(Outcome.CONSISTENT);
    assertThat(verdict.reason())
        .contains("misses 10.0%")
        .contains("90 images")
        .contains("at least 2.00%")
        .contains("full generation was not examined");
  }

  @Test
  void aCalibratedCardGivesAProbabilityBesideTheOutcomeInItsOwnModeOnly() {
    VerdictRule uncalibrated = rule(point(MISSED), null);
    assertThat(verdict(uncalibrated, file("JPEG", 95), 0.05).probability()).isNull();
    Calibration calibration =
        new Calibration(
            Calibration.Method.ISOTONIC,
            Statistic.AREA,
            0.5,
            null,
            List.of(new Calibration.Knot(0, 0.2), new Calibration.Knot(0.1, 0.6)),
            "test images",
            50,
            200,
            0.04,
            5,
            "2026-01-02");
    VerdictRule rule =
        new VerdictRule(
            uncalibrated.card().measured(List.of(point(MISSED)), null, calibration, List.of()));
    CalibratedProbability probability =
        Objects.requireNonNull(verdict(rule, file("JPEG", 95), 0.05).probability());
    assertThat(probability.value()).isCloseTo(0.4, within(1e-9));
    assertThat(probability.words()).contains("calibrated on 50 fake and 200 authentic");
    assertThat(
            rule.verdict(file("JPEG", 95), PICTURE, InputMode.WHOLE, 0.9f, marked(1)).probability())
        .isNull();
  }

  @Test
  void noReasonClaimsMoreThanWasMeasured() {
    for (VerdictRule rule :
        List.of(
            rule(null, null),
            rule(point(null), null),
            rule(point(MISSED), null),
            rule(point(MISSED), ENVELOPE))) {
      for (double share : new double[] {0, 0.05, 0.5}) {
        assertThat(verdict(rule, file("JPEG", 90), share).reason())
            .doesNotContainIgnoringCase("authentic")
            .doesNotContainIgnoringCase("proves")
            .doesNotContainIgnoringCase("not edited")
            .doesNotContainIgnoringCase("probability");
      }
    }
  }
}
