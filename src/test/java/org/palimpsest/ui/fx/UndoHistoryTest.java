package org.palimpsest.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {
  private final UndoHistory history = new UndoHistory();
  private final List<String> things = new ArrayList<>();

  private UndoHistory.Change adding(String thing) {
    return new UndoHistory.Change() {
      @Override
      public String name() {
        return "add " + thing;
      }

      @Override
      public void undo() {
        things.remove(thing);
      }

      @Override
      public void redo() {
        things.add(thing);
      }
    };
  }

  @Test
  void takesBackInReverseAndDoesAgainInOrder() {
    history.perform(adding("a"));
    history.perform(adding("b"));
    assertThat(history.undoNameProperty().get()).isEqualTo("add b");
    history.undo();
    history.undo();
    assertThat(things).isEmpty();
    assertThat(history.undoNameProperty().get()).isEmpty();
    assertThat(history.redoNameProperty().get()).isEqualTo("add a");
    history.redo();
    history.redo();
    history.redo();
    assertThat(things).containsExactly("a", "b");
  }

  @Test
  void somethingNewForgetsWhatHadBeenTakenBack() {
    history.perform(adding("a"));
    history.undo();
    history.perform(adding("b"));
    history.redo();
    assertThat(things).containsExactly("b");
    assertThat(history.redoNameProperty().get()).isEmpty();
  }

  @Test
  void whatCannotBeTakenBackStaysToBeTriedAgain() {
    history.done(
        new UndoHistory.Change() {
          @Override
          public String name() {
            return "write";
          }

          @Override
          public void undo() {
            throw new IllegalStateException("no room");
          }

          @Override
          public void redo() {}
        });
    assertThatThrownBy(history::undo).hasMessage("no room");
    assertThat(history.undoNameProperty().get()).isEqualTo("write");
    assertThat(history.redoNameProperty().get()).isEmpty();
  }

  @Test
  void theOldestOfVeryManyAreForgotten() {
    for (int i = 0; i < 600; i++) {
      history.perform(adding(Integer.toString(i)));
    }
    for (int i = 0; i < 600; i++) {
      history.undo();
    }
    assertThat(things).hasSize(100).contains("99").doesNotContain("100");
  }
}
