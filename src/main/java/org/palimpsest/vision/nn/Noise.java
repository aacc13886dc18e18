package org.palimpsest.vision.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/** Dropout and stochastic depth of training; at inference there is none. */
public interface Noise {
  Noise NONE =
      new Noise() {
        @Override
        public NDArray dropout(NDArray x, float rate) {
          return x;
        }

        @Override
        public NDArray dropPath(NDArray x, float rate) {
          return x;
        }
      };

  /** Zeroes elements with probability {@code rate}, divides the rest by the keep probability. */
  NDArray dropout(NDArray x, float rate);

  /** Zeroes whole samples (first dimension) likewise. */
  NDArray dropPath(NDArray x, float rate);

  /** Repeatable noise: the engine's generator cannot be rewound, this one is a function of seed. */
  static Noise seeded(long seed, Torch torch) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Noise() {
      @Override
      public NDArray dropout(NDArray x, float rate) {
        return masked(x, x.getShape(), rate);
      }

      @Override
      public NDArray dropPath(NDArray x, float rate) {
        long[] perSample = new long[x.getShape().dimension()];
        java.util.Arrays.fill(perSample, 1);
        perSample[0] = x.getShape().get(0);
        return masked(x, new Shape(perSample), rate);
      }

      private NDArray masked(NDArray x, Shape shape, float rate) {
        if (rate == 0) {
          return x;
        }
        float[] keep = new float[(int) shape.size()];
        for (int i = 0; i < keep.length; i++) {
          keep[i] = random.nextDouble() < rate ? 0 : 1 / (1 - rate);
        }
        return torch.masked(x, Torch.owned(x.getManager().create(keep, shape)));
      }
    };
  }
}
