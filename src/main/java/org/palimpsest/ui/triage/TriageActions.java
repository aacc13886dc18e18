package org.palimpsest.ui.triage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What the list asks other parts of the window to do.
 *
 * @param open show an exhibit large
 * @param reexamine ask how, then queue examinations of these exhibits
 * @param retry queue these exhibits again, which had failed or were cancelled
 * @param reveal show a file in the system's file manager
 * @param question ask a person for a line of text
 */
public record TriageActions(
    LongConsumer open,
    Consumer<List<Long>> reexamine,
    Consumer<List<Long>> retry,
    Consumer<Path> reveal,
    Question question) {
  /** A question with a line of text for an answer. */
  public interface Question {
    /** The answer; empty when the person would rather not. */
    Optional<String> ask(String title, String question);
  }
}
