package org.palimpsest.ui.triage;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.palimpsest.casework.store.LatestResult;
import org.palimpsest.settings.Messages;

/** The numbers of a row in the window's language. */
final class RowFigures {
  private final Messages messages;
  private final NumberFormat percent;
  private final NumberFormat small;
  private final NumberFormat fraction;
  private final DateTimeFormatter time;

  RowFigures(Messages messages) {
    this.messages = messages;
    Locale locale = messages.locale();
    percent = format(NumberFormat.getPercentInstance(locale), 1, 1);
    small = format(NumberFormat.getPercentInstance(locale), 2, 2);
    fraction = format(NumberFormat.getNumberInstance(locale), 3, 3);
    time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
            .withLocale(locale)
            .withZone(ZoneId.systemDefault());
  }

  private static NumberFormat format(NumberFormat format, int least, int most) {
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    return format;
  }

  /** A share of the picture; below one per cent with a digit more. */
  String share(double share) {
    return (share < 0.01 ? small : percent).format(share);
  }

  /** A value of the map or a score. */
  String value(double value) {
    return fraction.format(value);
  }

  String time(Instant at) {
    return time.format(at);
  }

  /** What was measured, in a line below a thumbnail. */
  String line(EvidenceRow row) {
    LatestResult latest = row.exhibit().latest();
    if (latest == null) {
      return row.exhibit().errorCode() == null ? "" : row.exhibit().errorCode();
    }
    return messages.text("triage.cell.figures", share(latest.areaShare()), value(latest.peak()));
  }
}
