package org.palimpsest.ui.casefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.palimpsest.casework.store.Receipt;

/**
 * A receipt as it is written in a form, for one exhibit or for several at once. What is the same in
 * all stands in the form; a field that is left as it was changes nothing.
 *
 * @param at in UTC, {@code 2026-01-31 12:00}; empty where it differs
 */
record ReceiptEdit(
    String how, String from, String at, String by, String originalName, String note) {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** What the form begins with. */
  static ReceiptEdit of(List<Receipt> receipts) {
    return new ReceiptEdit(
        shared(receipts, Receipt::how),
        shared(receipts, Receipt::from),
        shared(receipts, ReceiptEdit::time),
        shared(receipts, Receipt::by),
        shared(receipts, Receipt::originalName),
        shared(receipts, Receipt::note));
  }

  private static String shared(List<Receipt> receipts, Function<Receipt, String> field) {
    List<String> values = receipts.stream().map(field).distinct().toList();
    return values.size() == 1 ? values.getFirst() : "";
  }

  private static String time(Receipt receipt) {
    Instant at = receipt.at();
    return at == null ? "" : MINUTES.format(at.atOffset(ZoneOffset.UTC));
  }

  /** The time in a field; empty when it is none. */
  static Optional<Instant> time(String words) {
    String text = words.strip();
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}")) {
        return Optional.of(LocalDateTime.parse(text, MINUTES).toInstant(ZoneOffset.UTC));
      }
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty(); // the form says so
    }
  }

  /** Whether the field for the time holds one, or nothing. */
  boolean isSound() {
    return at.isBlank() || time(at).isPresent();
  }

  /** An exhibit's receipt after this edit of the form that began as {@code first}. */
  Receipt applied(Receipt before, ReceiptEdit first) {
    return new Receipt(
        how.equals(first.how) ? before.how() : how.strip(),
        from.equals(first.from) ? before.from() : from.strip(),
        at.equals(first.at) ? before.at() : time(at).orElse(before.at()),
        by.equals(first.by) ? before.by() : by.strip(),
        originalName.equals(first.originalName) ? before.originalName() : originalName.strip(),
        note.equals(first.note) ? before.note() : note.strip());
  }
}
