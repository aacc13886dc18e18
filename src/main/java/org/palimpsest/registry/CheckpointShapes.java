package org.palimpsest.registry;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsFile;

/** What can be told of a checkpoint without looking at its values. */
final class CheckpointShapes {
  private CheckpointShapes() {}

  /** Shapes by name, in file order. */
  static Map<String, long[]> of(SafetensorsFile file) throws IOException {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (String name : file.names()) {
      shapes.put(name, file.tensor(name).shape());
    }
    return shapes;
  }

  /** The type that keeps every value: half precision only where all is, otherwise fp32. */
  static DType lossless(SafetensorsFile file) throws IOException {
    for (String name : file.names()) {
      if (file.tensor(name).dtype() != DType.F16) {
        return DType.F32;
      }
    }
    return DType.F16;
  }
}
