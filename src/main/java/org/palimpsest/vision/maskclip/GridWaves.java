package org.palimpsest.vision.maskclip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import org.palimpsest.vision.nn.Conv;
import org.palimpsest.vision.nn.Weights;

/**
 * How strongly local detail rises and falls with periods of 8, 4 and 2 pixels along either axis
 * (keys {@code stem.waves}): block borders of JPEG, and what strided upsampling leaves (Odena et
 * al., Deconvolution and Checkerboard Artifacts, 2016). Constants, not learned. B images, n cells
 * along a side.
 */
final class GridWaves {
  private static final int WAVES = 4;
  private static final int AXES = 2;
  private static final int COLOURS = 3;

  /** Statistics per cell: luminance and two colour differences, four waves, two axes. */
  static final int CHANNELS = WAVES * COLOURS * AXES;

  private static final float STRONGEST = 20;
  private static final float FLOOR = 0.1f;
  private static final int REACH = 5;

  private final Conv[] differences = new Conv[AXES];
  private final Conv[] waves = new Conv[AXES];

  GridWaves(Weights weights) {
    for (int axis = 0; axis < AXES; axis++) {
      differences[axis] = Conv.withoutBias(weights.get("differences." + axis), 1, 1);
      waves[axis] = Conv.withoutBias(weights.get("patterns." + axis), 8, 0);
    }
  }

  /** Image [B, 3, s, s] → [B, CHANNELS, s/8, s/8], about -1..1: share of the local detail. */
  NDArray forward(NDArray image) {
    return along(image, 0).concat(along(image, 1), 1);
  }

  private NDArray along(NDArray image, int axis) {
    NDArray detail = differences[axis].forward(image).abs().clip(0, STRONGEST); // [B, 3, s, s]
    NDArray strength = smoothed(waves[axis].forward(detail)); // [B, 4·3, n, n]
    Shape cell = new Shape(8, 8);
    NDArray mean =
        smoothed(Pool.avgPool2d(detail, cell, cell, new Shape(0, 0), false, true)).add(FLOOR);
    NDArray twice = mean.concat(mean, 1);
    return strength.div(twice.concat(twice, 1));
  }

  /** A single cell holds too few pixels to see a wave against its own texture. */
  private static NDArray smoothed(NDArray x) {
    Shape size = new Shape(REACH, REACH);
    Shape half = new Shape(REACH / 2, REACH / 2);
    return Pool.avgPool2d(x, size, new Shape(1, 1), half, false, false);
  }

  /** The constants as parameters, by key below the given one. */
  static List<Parameter> parameters(String name, float[] deviation) {
    return List.of(
        BlockConstants.given(name + ".differences.0", differences(deviation, 0), 3, 3, 3, 3),
        BlockConstants.given(name + ".differences.1", differences(deviation, 1), 3, 3, 3, 3),
        BlockConstants.given(name + ".patterns.0", patterns(0), WAVES * COLOURS, 3, 8, 8),
        BlockConstants.given(name + ".patterns.1", patterns(1), WAVES * COLOURS, 3, 8, 8));
  }

  /** Second differences of the three colours along x (0) or y (1), [3, 3, 3, 3]. */
  private static float[] differences(float[] deviation, int axis) {
    float[] values = new float[81];
    float[] second = {1, -2, 1};
    for (int colour = 0; colour < COLOURS; colour++) {
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < 3; i++) {
          int at = axis == 0 ? 3 + i : 3 * i + 1;
          values[(colour * 3 + c) * 9 + at] =
              255 * deviation[c] * BlockConstants.COLOURS[colour][c] * second[i];
        }
      }
    }
    return values;
  }

  /** Cosine and sine of period 8, cosines of 4 and 2, on half-pixel positions; mean over a cell. */
  private static float[] patterns(int axis) {
    float[] values = new float[WAVES * COLOURS * COLOURS * 64];
    for (int wave = 0; wave < WAVES; wave++) {
      for (int colour = 0; colour < COLOURS; colour++) {
        int row = ((wave * COLOURS + colour) * COLOURS + colour) * 64;
        for (int i = 0; i < 64; i++) {
          int t = axis == 0 ? i % 8 : i / 8;
          values[row + i] = (float) (value(wave, t) / 64);
        }
      }
    }
    return values;
  }

  private static double value(int wave, int t) {
    double turn = 2 * Math.PI * (t + 0.5);
    return switch (wave) {
      case 0 -> StrictMath.cos(turn / 8);
      case 1 -> StrictMath.sin(turn / 8);
      // On half-pixel positions a cosine of these periods keeps the phase of the block border.
      case 2 -> StrictMath.cos(turn / 4);
      default -> t % 2 == 0 ? 1 : -1;
    };
  }
}
