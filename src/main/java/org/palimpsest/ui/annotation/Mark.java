package org.palimpsest.ui.annotation;

import org.palimpsest.casework.store.AnnotationDraft;
import org.palimpsest.casework.store.Shape;

/**
 * An annotation as it lies on the screen.
 *
 * @param key the same in all its states, in this window only
 */
record Mark(long key, AnnotationDraft draft) {
  Shape shape() {
    return draft.shape();
  }

  Mark with(Shape shape) {
    return new Mark(key, new AnnotationDraft(shape, draft.colour(), draft.label(), draft.note()));
  }

  Mark withColour(String colour) {
    return new Mark(key, new AnnotationDraft(shape(), colour, draft.label(), draft.note()));
  }

  Mark withWords(String label, String note) {
    return new Mark(key, new AnnotationDraft(shape(), draft.colour(), label, note));
  }
}
