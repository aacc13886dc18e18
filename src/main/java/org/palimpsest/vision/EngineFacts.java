package org.palimpsest.vision;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import java.util.List;
import java.util.TreeSet;

/**
 * The engine that runs, as it describes itself.
 *
 * @param version of libtorch
 * @param natives folder of the native libraries in use
 * @param features compiled in, by name
 * @param threads within one operation
 */
public record EngineFacts(String version, String natives, List<String> features, int threads) {
  /**
   * Starts the engine if need be.
   *
   * @throws UnavailableException if it does not start
   */
  public static EngineFacts ofThisProcess() throws UnavailableException {
    try {
      String version = Engine.getEngine("PyTorch").getVersion();
      return new EngineFacts(
          version,
          String.valueOf(LibUtils.getLibtorchPath()),
          List.copyOf(new TreeSet<>(JniUtils.getFeatures())),
          JniUtils.getNumThreads());
    } catch (RuntimeException | LinkageError e) {
      UnavailableException failure =
          new UnavailableException("The engine PyTorch does not start on this machine.");
      failure.initCause(e);
      throw failure;
    }
  }
}
