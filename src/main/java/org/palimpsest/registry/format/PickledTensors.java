package org.palimpsest.registry.format;

import static org.palimpsest.registry.format.FormatException.shown;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** The tensors of an open PyTorch checkpoint, read in place where they lie in one piece. */
final class PickledTensors implements TensorFile {
  private final MappedFile file;
  private final Storages storages;
  private final SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();

  /** Compares every tensor with its storage; closes nothing if that fails. */
  PickledTensors(MappedFile file, Storages storages, SequencedMap<String, TensorRef> tensors)
      throws FormatException {
    this.file = file;
    this.storages = storages;
    for (Map.Entry<String, TensorRef> tensor : tensors.entrySet()) {
      String name = tensor.getKey();
      TensorRef described = tensor.getValue();
      this.tensors.put(name, StoredTensor.of(name, described, storages.bytes(described.storage())));
    }
  }

  @Override
  public SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(tensors.sequencedKeySet());
  }

  @Override
  public TensorType type(String name) throws FormatException {
    return stored(name).type();
  }

  @Override
  public TensorView tensor(String name) throws FormatException {
    return stored(name).view();
  }

  /** Reads every storage that a tensor lies in and compares its checksum, where there is one. */
  void verify() throws FormatException {
    Map<String, StorageRef> used = new LinkedHashMap<>();
    for (StoredTensor tensor : tensors.values()) {
      used.put(tensor.tensor().storage().key(), tensor.tensor().storage());
    }
    for (StorageRef storage : used.values()) {
      storages.verify(storage);
    }
  }

  @Override
  public void close() {
    file.close();
  }

  private StoredTensor stored(String name) throws FormatException {
    StoredTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new FormatException(
          "FMT-10", "%s has no tensor %s.".formatted(file.path(), shown(name)));
    }
    return tensor;
  }
}
