package org.palimpsest.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.palimpsest.imaging.Mask;
import org.palimpsest.vision.Preprocessing;
import org.palimpsest.vision.nn.Torch;

/**
 * B examples as tensors.
 *
 * @param image [B, 3, S, S], CLIP-normalized
 * @param mask [B, 1, S, S], 0 or 1
 * @param edges [B, 1, S, S], 0 or 1
 * @param labels int64 [B], 0 real, 1 fake
 */
record Batch(NDArray image, NDArray mask, NDArray edges, NDArray labels) {
  static Batch of(List<TrainingExample> examples, Preprocessing preprocessing, NDManager manager) {
    int count = examples.size();
    int size = examples.getFirst().image().width();
    int pixels = size * size;
    float[] image = new float[count * 3 * pixels];
    float[] mask = new float[count * pixels];
    float[] edges = new float[count * pixels];
    long[] labels = new long[count];
    for (int i = 0; i < count; i++) {
      TrainingExample example = examples.get(i);
      preprocessing.write(example.image(), image, i * 3 * pixels);
      write(example.mask(), mask, i * pixels);
      write(example.edges(), edges, i * pixels);
      labels[i] = example.fake() ? 1 : 0;
    }
    Shape plane = new Shape(count, 1, size, size);
    return new Batch(
        Torch.owned(manager.create(image, new Shape(count, 3, size, size))),
        Torch.owned(manager.create(mask, plane)),
        Torch.owned(manager.create(edges, plane)),
        Torch.owned(manager.create(labels)));
  }

  private static void write(Mask mask, float[] target, int offset) {
    byte[] values = mask.values();
    for (int i = 0; i < values.length; i++) {
      target[offset + i] = values[i];
    }
  }
}
