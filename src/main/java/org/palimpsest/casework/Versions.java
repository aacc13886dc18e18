package org.palimpsest.casework;

/**
 * The software an examination ran on.
 *
 * @param program this program, with its version
 * @param engine the tensor engine, with its version
 * @param java the virtual machine, with its version
 * @param system operating system and processor architecture
 */
public record Versions(String program, String engine, String java, String system) {
  /** The versions of the running virtual machine and system beside those given. */
  public static Versions running(String program, String engine) {
    return new Versions(
        program,
        engine,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
  }
}
