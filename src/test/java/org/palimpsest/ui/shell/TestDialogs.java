package org.palimpsest.ui.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.palimpsest.ui.dialogs.Dialogs;
import org.palimpsest.ui.dialogs.FileKind;
import org.palimpsest.ui.dialogs.Problem;

/** A person who answers at once and remembers what was said. */
final class TestDialogs implements Dialogs {
  final List<Problem> problems = new ArrayList<>();
  final List<String> questions = new ArrayList<>();
  final Deque<Integer> ways = new ArrayDeque<>();
  final Deque<String> answers = new ArrayDeque<>();
  final Deque<Path> places = new ArrayDeque<>();

  @Override
  public void error(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void say(String title, String text) {
    questions.add(text);
  }

  @Override
  public boolean confirm(String title, String question, String action) {
    questions.add(question);
    return true;
  }

  @Override
  public OptionalInt choose(String title, String question, List<String> offered) {
    questions.add(question);
    return ways.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ways.remove());
  }

  @Override
  public Optional<String> ask(String title, String question, String suggestion) {
    questions.add(question);
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public List<Path> openFiles(String title, FileKind kind, @Nullable Path start) {
    return places.isEmpty() ? List.of() : List.of(places.remove());
  }

  @Override
  public Optional<Path> openFolder(String title, @Nullable Path start) {
    return Optional.ofNullable(places.poll());
  }

  @Override
  public Optional<Path> saveFile(
      String title, FileKind kind, String suggestion, @Nullable Path start) {
    return Optional.ofNullable(places.poll());
  }
}
