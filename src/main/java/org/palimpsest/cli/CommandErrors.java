package org.palimpsest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.Objects;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.evaluation.FigureTableException;
import org.palimpsest.evaluation.data.DataSetException;
import org.palimpsest.evidence.VisibleName;
import org.palimpsest.registry.ModelException;
import org.palimpsest.registry.format.FormatException;
import org.palimpsest.report.data.CancelledReportException;
import org.palimpsest.report.replay.BundleException;
import org.palimpsest.training.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * The one place where a failure becomes a sentence, a code and an exit code. Details go to the log,
 * and with {@code --verbose} to the console.
 */
public final class CommandErrors implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(CommandErrors.class);

  private final PalimpsestCommand root;

  /**
   * The errors of a command line.
   *
   * @param root knows whether the user wants details
   */
  public CommandErrors(PalimpsestCommand root) {
    this.root = root;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    String code =
        switch (failure) {
          case OutputException e -> e.code();
          case ModelException e -> e.code();
          case CaseException e -> e.code();
          case DeviceException e -> e.code();
          case NothingToDoException e -> e.code();
          case DeclinedException e -> e.code();
          case TrainingException e -> e.code();
          case FormatException e -> e.code();
          case DataSetException e -> e.code();
          case FigureTableException e -> e.code();
          case CancelledReportException e -> e.code();
          case BundleException e -> e.code();
          case IOException e -> "FIL-01";
          default -> "INT-01";
        };
    String sentence =
        switch (failure) {
          case FileSystemException e -> "%s cannot be read or written.".formatted(e.getFile());
          default ->
              code.equals("INT-01")
                  ? "An unexpected error ended the command; --verbose shows the details."
                  : Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        };
    PrintWriter err = command.getErr();
    err.println("palimpsest: %s (%s)".formatted(VisibleName.of(sentence), code));
    if (root.isVerbose()) {
      failure.printStackTrace(err);
    }
    err.flush();
    LOG.debug("{}", code, failure);
    return ExitCodes.NOTHING_DONE;
  }
}
