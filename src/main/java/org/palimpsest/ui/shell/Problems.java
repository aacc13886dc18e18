package org.palimpsest.ui.shell;

import java.io.IOException;
import org.palimpsest.casework.DeviceException;
import org.palimpsest.casework.OutputException;
import org.palimpsest.casework.store.CaseException;
import org.palimpsest.evidence.EvidenceException;
import org.palimpsest.imaging.DecodeException;
import org.palimpsest.registry.ModelException;
import org.palimpsest.report.data.CancelledReportException;
import org.palimpsest.report.replay.BundleException;
import org.palimpsest.settings.Messages;
import org.palimpsest.ui.dialogs.Problem;

/** The one place where what was thrown becomes a sentence for a person. */
final class Problems {
  private Problems() {}

  static Problem of(Throwable thrown, Messages messages) {
    return switch (thrown) {
      case CaseException e -> Problem.of(String.valueOf(e.getMessage()), e.code(), e);
      case ModelException e -> Problem.of(String.valueOf(e.getMessage()), e.code(), e);
      case EvidenceException e -> Problem.of(String.valueOf(e.getMessage()), e.code(), e);
      case DecodeException e -> Problem.of(String.valueOf(e.getMessage()), e.code(), e);
      case DeviceException e -> Problem.of(String.valueOf(e.getMessage()), e.code(), e);
      case OutputException e -> Problem.of(String.valueOf(e.getMessage()), e.code(), e);
      case BundleException e -> Problem.of(String.valueOf(e.getMessage()), e.code(), e);
      case CancelledReportException e -> Problem.of(String.valueOf(e.getMessage()), e.code(), e);
      case IOException e -> Problem.of(messages.text("shell.problem.disk"), "DSK-01", e);
      case OutOfMemoryError e -> Problem.of(messages.text("shell.problem.memory"), "MEM-01", e);
      default -> Problem.of(messages.text("shell.problem.unexpected"), "INT-01", thrown);
    };
  }
}
