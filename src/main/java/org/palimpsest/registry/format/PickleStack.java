package org.palimpsest.registry.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The values that wait, and the marks between them, below which nothing may be taken. */
final class PickleStack {
  private final List<Object> values = new ArrayList<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final PickleLimits limits;
  private int counted;

  PickleStack(PickleLimits limits) {
    this.limits = limits;
  }

  void push(Object value, long at) throws FormatException {
    count(1, at);
    checkRoom(at);
    values.add(value);
  }

  /** To be called before values are made that are not pushed one by one. */
  void count(int made, long at) throws FormatException {
    if (made > limits.values() - counted) {
      throw PickleLimits.exceeded("values", limits.values(), at);
    }
    counted += made;
  }

  void mark(long at) throws FormatException {
    checkRoom(at);
    marks.push(values.size());
  }

  private void checkRoom(long at) throws FormatException {
    if (values.size() + marks.size() >= limits.stack()) {
      throw PickleLimits.exceeded("waiting values", limits.stack(), at);
    }
  }

  Object pop(long at) throws FormatException {
    check(1, at);
    return values.removeLast();
  }

  Object top(long at) throws FormatException {
    check(1, at);
    return values.getLast();
  }

  /** Takes the last few values, in the order in which they came. */
  List<Object> pop(int count, long at) throws FormatException {
    check(count, at);
    return cut(values.size() - count);
  }

  /** Takes what came after the last mark, and the mark. */
  List<Object> popToMark(long at) throws FormatException {
    if (marks.isEmpty()) {
      throw Unpickler.malformed("takes values from a mark that is not there", at);
    }
    return cut(marks.pop());
  }

  boolean isEmpty() {
    return values.isEmpty() && marks.isEmpty();
  }

  private List<Object> cut(int from) {
    List<Object> tail = values.subList(from, values.size());
    List<Object> taken = new ArrayList<>(tail);
    tail.clear();
    return taken;
  }

  private void check(int count, long at) throws FormatException {
    int floor = marks.isEmpty() ? 0 : marks.peek();
    if (values.size() - floor < count) {
      throw Unpickler.malformed("takes a value where none is", at);
    }
  }
}
