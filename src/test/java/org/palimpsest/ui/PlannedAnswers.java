package org.palimpsest.ui;

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

/** A person who answers questions as planned and cancels every other. */
public final class PlannedAnswers implements Dialogs {
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<Problem> problems = new ArrayList<>();

  public void plan(String answer) {
    answers.add(answer);
  }

  public List<Problem> problems() {
    return problems;
  }

  @Override
  public void error(Problem problem) {
    problems.add(problem);
  }

  @Override
  public void say(String title, String text) {}

  @Override
  public boolean confirm(String title, String question, String action) {
    return answers.poll() != null;
  }

  @Override
  public OptionalInt choose(String title, String question, List<String> ways) {
    String answer = answers.poll();
    return answer == null ? OptionalInt.empty() : OptionalInt.of(ways.indexOf(answer));
  }

  @Override
  public Optional<String> ask(String title, String question, String suggestion) {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public List<Path> openFiles(String title, FileKind kind, @Nullable Path start) {
    return List.of();
  }

  @Override
  public Optional<Path> openFolder(String title, @Nullable Path start) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> saveFile(
      String title, FileKind kind, String suggestion, @Nullable Path start) {
    return Optional.empty();
  }
}
