package org.palimpsest.vision;

/** Even a single input does not fit into the device's memory. The message is one sentence. */
public final class DeviceMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeviceMemoryException(String device, Throwable cause) {
    super("The memory of %s does not suffice for a single input.".formatted(device), cause);
  }

  /** Short stable code for tables and support. */
  public String code() {
    return "DEV-02";
  }
}
