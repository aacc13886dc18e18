package org.palimpsest.report.format;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what the PDF engine has to say into the program's own log. */
final class EngineLog implements XRLogger {
  private static final Logger LOG = LoggerFactory.getLogger("pdf");

  @Override
  public void log(String where, Level level, String words) {
    log(where, level, words, null);
  }

  @Override
  public void log(String where, Level level, String words, @Nullable Throwable cause) {
    if (level.intValue() >= Level.WARNING.intValue()) {
      LOG.warn("{}: {}", where, words, cause);
    } else {
      LOG.debug("{}: {}", where, words, cause);
    }
  }

  @Override
  public void setLevel(String logger, Level level) {
    // The program's log decides.
  }

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
  }
}
