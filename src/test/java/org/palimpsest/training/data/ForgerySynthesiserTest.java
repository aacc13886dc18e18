package org.palimpsest.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.palimpsest.imaging.Mask;
import org.palimpsest.imaging.RgbImage;

class ForgerySynthesiserTest {
  private static final int SIDE = 160;
  private static final PhotoLibrary LIBRARY = TestLibrary.of(9, 340);

  private final ForgerySynthesiser synthesiser = new ForgerySynthesiser(LIBRARY, null, SIDE, 1);

  @Test
  void aSeedAlwaysGivesTheSameSample() {
    for (long seed = 0; seed < 12; seed++) {
      Sample first = synthesiser.sample(seed);
      Sample again = new ForgerySynthesiser(LIBRARY, null, SIDE, 1).sample(seed);
      assertThat(again.image().rgb()).isEqualTo(first.image().rgb());
      assertThat(again.mask().values()).isEqualTo(first.mask().values());
      assertThat(again.provenance()).isEqualTo(first.provenance());
    }
  }

  @Test
  void differentSeedsGiveDifferentSamples() {
    Set<String> provenances = new TreeSet<>();
    for (long seed = 0; seed < 30; seed++) {
      provenances.add(synthesiser.sample(seed).provenance());
    }
    assertThat(provenances).hasSizeGreaterThan(27);
  }

  @Test
  void aboutFortyPercentAreAuthenticAndTheOthersHaveMarkedPixels() {
    int authentic = 0;
    Set<String> kinds = new TreeSet<>();
    for (long seed = 0; seed < 250; seed++) {
      Sample sample = synthesiser.sample(seed);
      assertThat(sample.image().width()).isEqualTo(SIDE);
      assertThat(sample.image().height()).isEqualTo(SIDE);
      double share = sample.mask().area() / (double) (SIDE * SIDE);
      if (sample.fake()) {
        assertThat(share).isBetween(0.002, 0.95);
        kinds.add(sample.provenance().split(" ", 3)[1]);
      } else {
        authentic++;
        assertThat(share).isZero();
      }
    }
    assertThat(authentic).isBetween(75, 125);
    assertThat(kinds)
        .containsExactly(
            "biharmonic",
            "copy-move",
            "decoded",
            "exemplar",
            "harmonic",
            "like",
            "resampled",
            "rippled",
            "splice");
  }

  @Test
  void withoutALaterSaveNothingOutsideTheMasksSurroundingsChanges() {
    ForgerySynthesiser unsaved = new ForgerySynthesiser(LIBRARY, null, SIDE, 0);
    int fakes = 0;
    for (long seed = 0; seed < 40; seed++) {
      Sample sample = unsaved.sample(seed);
      RgbImage before = unsaved.untouched(seed).image();
      fakes += sample.fake() ? 1 : 0;
      assertThat(sample.provenance()).contains("not saved again");
      assertThat(differencesBeyond(sample, before, 0)).isZero();
      if (sample.fake()) {
        assertThat(sample.image().rgb()).isNotEqualTo(before.rgb());
      }
    }
    assertThat(fakes).isPositive();
  }

  @Test
  void aLaterSaveIsTheSameForTheEditedAndTheUntouchedPicture() {
    for (long seed = 0; seed < 60; seed++) {
      Sample sample = synthesiser.sample(seed);
      Sample untouched = synthesiser.untouched(seed);
      assertThat(untouched.fake()).isFalse();
      assertThat(after(sample)).isEqualTo(after(untouched));
      // A JPEG block of chroma spans 16 pixels, its interpolation and feather a few more.
      assertThat(differencesBeyond(sample, untouched.image(), 32)).isZero();
    }
  }

  @Test
  void aRegeneratorIsUsedWhenThereIsOneAndSeesWholeGranules() {
    Regenerator inverting =
        patch -> {
          assertThat(patch.width() % Regenerator.GRANULE).isZero();
          assertThat(patch.height() % Regenerator.GRANULE).isZero();
          RgbImage inverted = RgbImage.black(patch.width(), patch.height());
          for (int i = 0; i < inverted.rgb().length; i++) {
            inverted.rgb()[i] = (byte) (255 - (patch.rgb()[i] & 0xff));
          }
          return inverted;
        };
    ForgerySynthesiser with = new ForgerySynthesiser(LIBRARY, inverting, SIDE, 1);
    int regenerated = 0;
    for (long seed = 0; seed < 60; seed++) {
      regenerated += with.sample(seed).provenance().contains("regenerated") ? 1 : 0;
      assertThat(synthesiser.sample(seed).provenance()).doesNotContain("regenerated");
    }
    assertThat(regenerated).isBetween(5, 30);
  }

  @Test
  void aRegeneratorThatChangesTheSizeIsAnError() {
    Regenerator wrong = patch -> RgbImage.black(8, 8);
    ForgerySynthesiser with = new ForgerySynthesiser(LIBRARY, wrong, SIDE, 1);
    assertThatThrownBy(
            () -> {
              for (long seed = 0; seed < 60; seed++) {
                with.sample(seed);
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("8 x 8");
  }

  @Test
  void aLibraryOfTooSmallPicturesIsRefused() {
    PhotoLibrary small = TestLibrary.of(2, 100);
    assertThatThrownBy(() -> new ForgerySynthesiser(small, null, SIDE, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("160");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aDifficultyOffTheScaleIsRefused(double difficulty) {
    assertThatThrownBy(() -> new ForgerySynthesiser(LIBRARY, null, SIDE, difficulty))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String after(Sample sample) {
    return sample.provenance().substring(sample.provenance().indexOf("; base"));
  }

  private static int differencesBeyond(Sample sample, RgbImage before, int margin) {
    Mask mask = sample.mask();
    int differences = 0;
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        boolean near = false;
        for (int j = Math.max(0, y - margin); j <= Math.min(SIDE - 1, y + margin) && !near; j++) {
          for (int i = Math.max(0, x - margin); i <= Math.min(SIDE - 1, x + margin) && !near; i++) {
            near = mask.values()[j * SIDE + i] == 1;
          }
        }
        for (int c = 0; c < 3 && !near; c++) {
          differences += sample.image().value(x, y, c) == before.value(x, y, c) ? 0 : 1;
        }
      }
    }
    return differences;
  }
}
