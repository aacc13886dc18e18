package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.palimpsest.registry.format.DType;
import org.palimpsest.registry.format.SafetensorsWriter;
import org.palimpsest.registry.format.TensorSource;

/** A small model to publish. */
final class Cards {
  private Cards() {}

  /** Sizes of a network that does not exist. */
  record Sizes(int imageSize, double ratio, List<Integer> layers, @Nullable String stem) {}

  static final Sizes SIZES = new Sizes(512, 4.0, List.of(2, 5), null);

  static ModelCard unmeasured(String name) {
    return new ModelCard(
        name,
        "A model",
        "Looks for edits.",
        Configuration.of(SIZES),
        "",
        "Trained by a test",
        "Apache-2.0",
        "Nothing",
        "Tiles of 512 pixels",
        InputMode.TILES,
        "fp32",
        List.of(),
        null,
        List.of(),
        List.of("Local edits only."),
        List.of("MaskCLIP, CVPR 2025"),
        false);
  }

  static OperatingPoint point() {
    return new OperatingPoint(
        Statistic.AREA,
        0.02,
        0.5,
        new Rate(0.05, 0.01, 0.13),
        null,
        "photographs",
        60,
        "2026-11-23");
  }

  static void weights(Path file) throws IOException {
    SequencedMap<String, TensorSource> tensors = new LinkedHashMap<>();
    tensors.put("w", TensorSource.of(new long[] {2}, 1, 2));
    SafetensorsWriter.write(file, tensors, new LinkedHashMap<>(), DType.F32);
  }
}
