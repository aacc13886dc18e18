package org.palimpsest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RocAucTest {
  @Test
  void equalsTheShareOfPairsWonWithTiesAsHalves() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      float[] scores = new float[40];
      boolean[] positive = new boolean[40];
      for (int i = 0; i < scores.length; i++) {
        // Few distinct values, of both signs, so that ties are many.
        scores[i] = (random.nextInt(7) - 3) * 0.25f;
        positive[i] = i == 0 || (i != 1 && random.nextBoolean());
      }
      assertThat(RocAuc.of(scores, positive).orElseThrow())
          .isCloseTo(byPairs(scores, positive), Offset.offset(1e-12));
    }
  }

  @Test
  void separationInversionAndConstancyGiveOneZeroAndHalf() {
    boolean[] positive = {false, true, false, true};
    assertThat(RocAuc.of(new float[] {-2, 3, -1, 1e30f}, positive)).hasValue(1);
    assertThat(RocAuc.of(new float[] {2, -3, 1, -1e30f}, positive)).hasValue(0);
    assertThat(RocAuc.of(new float[] {0f, -0f, 0f, 0f}, positive)).hasValue(0.5);
  }

  @Test
  void isUndefinedWithoutBothKinds() {
    assertThat(RocAuc.of(new float[] {1, 2}, new boolean[] {true, true})).isEmpty();
    assertThat(RocAuc.of(new float[] {1, 2}, new boolean[] {false, false})).isEmpty();
    assertThat(RocAuc.of(new float[0], new boolean[0])).isEmpty();
  }

  @Test
  void aScoreThatIsNoNumberIsAnError() {
    assertThatThrownBy(() -> RocAuc.of(new float[] {1, Float.NaN}, new boolean[] {true, false}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RocAuc.of(new float[1], new boolean[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double byPairs(float[] scores, boolean[] positive) {
    double wins = 0;
    double pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (positive[i] && !positive[j]) {
          pairs++;
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return wins / pairs;
  }
}
