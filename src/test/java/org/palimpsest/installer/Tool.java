package org.palimpsest.installer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Programs that do parts of the packaging. They are silent unless they fail. */
final class Tool {
  private static final int TOLD = 3000;

  private Tool() {}

  /** Runs a tool of the JDK in this process and returns what it printed. */
  static String ofJdk(String name, List<String> arguments) throws PackagingException {
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new PackagingException("This JDK has no " + name + "."));
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output, true);
    int code = tool.run(writer, writer, arguments.toArray(String[]::new));
    return checked(name, code, output.toString());
  }

  /** Runs another program in a folder, with additional variables, and returns what it printed. */
  static String run(Path folder, Map<String, String> environment, List<String> command)
      throws PackagingException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return checked(command.getFirst(), process.waitFor(), output);
    } catch (IOException e) {
      throw new PackagingException(command.getFirst() + " cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PackagingException(command.getFirst() + " was interrupted.");
    }
  }

  private static String checked(String name, int code, String output) throws PackagingException {
    if (code != 0) {
      String end = output.substring(Math.max(0, output.length() - TOLD)).strip();
      throw new PackagingException("%s ended with %d:%n%s".formatted(name, code, end));
    }
    return output;
  }
}
