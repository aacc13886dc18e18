package org.palimpsest.vision;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a measurement of speed depends on.
 *
 * @param processor model name as the system states it
 * @param processors logical processors this process may use
 * @param system operating system and architecture
 * @param java version of the Java runtime
 * @param engine version of libtorch
 * @param threads threads within one operation of the engine
 * @param peakBytes highest resident memory of this process so far; 0 where the system does not say
 */
public record MachineFacts(
    String processor,
    int processors,
    String system,
    String java,
    String engine,
    int threads,
    long peakBytes) {
  /** Of this process, now. */
  public static MachineFacts ofThisProcess() {
    String engine = Engine.getEngine("PyTorch").getVersion();
    return new MachineFacts(
        field(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.version().toString(),
        engine,
        JniUtils.getNumThreads(),
        Long.parseLong(field(Path.of("/proc/self/status"), "VmHWM", "0").replaceAll("\\D", ""))
            * 1024);
  }

  /** The value after the first line's colon that begins with a name. */
  private static String field(Path file, String name, String otherwise) {
    try {
      if (!Files.exists(file)) {
        return otherwise;
      }
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }
}
