package org.palimpsest.vision;

/** The device's memory does not hold the network's work on a single input. */
public final class DeviceMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeviceMemoryException(Throwable cause) {
    super("The device's memory does not suffice for one input of this model.", cause);
  }

  /** Short stable code for tables and support. */
  public String code() {
    return "DEV-02";
  }
}
