package org.palimpsest.registry.format;

/** The formats of checkpoints that can be read. */
public enum CheckpointFormat {
  SAFETENSORS("safetensors"),
  PYTORCH_ZIP("PyTorch"),
  PYTORCH_LEGACY("PyTorch before 1.6"),
  TORCHSCRIPT("TorchScript");

  private final String text;

  CheckpointFormat(String text) {
    this.text = text;
  }

  /** The name people use. */
  @Override
  public String toString() {
    return text;
  }
}
