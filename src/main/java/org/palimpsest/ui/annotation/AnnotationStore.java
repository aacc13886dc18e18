package org.palimpsest.ui.annotation;

import java.util.List;
import org.palimpsest.casework.store.Annotation;
import org.palimpsest.casework.store.AnnotationDraft;
import org.palimpsest.casework.store.Annotations;
import org.palimpsest.casework.store.CaseException;

/** Where annotations are kept; called from one background thread. */
public interface AnnotationStore {
  List<Annotation> of(long exhibit) throws CaseException;

  Annotation add(long exhibit, AnnotationDraft draft) throws CaseException;

  Annotation set(long annotation, AnnotationDraft draft) throws CaseException;

  Annotation remove(long annotation) throws CaseException;

  /** A case's. */
  static AnnotationStore of(Annotations annotations) {
    return new AnnotationStore() {
      @Override
      public List<Annotation> of(long exhibit) throws CaseException {
        return annotations.of(exhibit);
      }

      @Override
      public Annotation add(long exhibit, AnnotationDraft draft) throws CaseException {
        return annotations.add(exhibit, draft);
      }

      @Override
      public Annotation set(long annotation, AnnotationDraft draft) throws CaseException {
        return annotations.set(annotation, draft);
      }

      @Override
      public Annotation remove(long annotation) throws CaseException {
        return annotations.remove(annotation);
      }
    };
  }
}
