package org.palimpsest.registry;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a model's weights as a safetensors file. */
@FunctionalInterface
public interface WeightsWriter {
  void write(Path file) throws IOException;
}
