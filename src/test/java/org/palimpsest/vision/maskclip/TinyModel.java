package org.palimpsest.vision.maskclip;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.vision.nn.Torch;
import org.palimpsest.vision.nn.Weights;

/** The tiny configuration of the reference numbers, with its weights, on the CPU. */
public final class TinyModel implements AutoCloseable {
  public final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  public final Torch torch = new Torch(Device.cpu());
  public final Map<String, NDArray> parameters = new LinkedHashMap<>();

  public TinyModel() {
    Golden.read("tiny_maskclip.safetensors")
        .byName()
        .forEach(
            (name, tensor) ->
                parameters.put(name, manager.create(tensor.floats(), new Shape(tensor.shape()))));
  }

  public static MaskClipConfig config() {
    return new MaskClipConfig(
        160,
        new MaskClipConfig.ClipVision(112, 14, 40, 4, 5),
        new MaskClipConfig.ClipText(
            24, 2, 3, 24, 77, 64, 10, List.of(62, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 28, 26, 63)),
        new MaskClipConfig.Mae(16, 32, 4, 4, 4, 4, List.of(0, 2), 6, 0.1f),
        List.of(0, 1, 3),
        List.of(1, 2, 3),
        8,
        8,
        new MaskClipConfig.Decoder(16, 8),
        null);
  }

  public Weights weights() {
    return new Weights(parameters);
  }

  public NDArray input(String name) {
    Golden.Tensor tensor = Golden.read("tiny_inputs.safetensors").get(name);
    return manager.create(tensor.floats(), new Shape(tensor.shape()));
  }

  @Override
  public void close() {
    torch.close();
    manager.close();
  }
}
