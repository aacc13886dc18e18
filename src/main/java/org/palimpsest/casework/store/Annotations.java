package org.palimpsest.casework.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn on the exhibits. A change is a new version; none is lost, so undoing a change is
 * setting an earlier draft again, and undoing a removal is setting the last one.
 */
public final class Annotations {
  private final Database database;

  Annotations(Database database) {
    this.database = database;
  }

  /** What lies on an exhibit, in the order in which it was first drawn. */
  public List<Annotation> of(long exhibit) throws CaseException {
    return list(
            "SELECT content FROM annotation a WHERE exhibit = ? AND version = (SELECT max(version)"
                + " FROM annotation b WHERE b.annotation = a.annotation) ORDER BY annotation",
            exhibit)
        .stream()
        .filter(annotation -> !annotation.removed())
        .toList();
  }

  /** All versions of an annotation, oldest first. */
  public List<Annotation> history(long annotation) throws CaseException {
    return list("SELECT content FROM annotation WHERE annotation = ? ORDER BY version", annotation);
  }

  private List<Annotation> list(String query, long key) throws CaseException {
    List<String> contents = database.read(sql -> sql.list(query, row -> row.getString(1), key));
    List<Annotation> annotations = new ArrayList<>();
    for (String content : contents) {
      annotations.add(database.content().read(content, Annotation.class));
    }
    return annotations;
  }

  /** Draws something new. */
  public Annotation add(long exhibit, AnnotationDraft draft) throws CaseException {
    return database.write(
        change -> {
          Exhibits.require(change.sql(), exhibit);
          long id = change.sql().number("SELECT coalesce(max(annotation), 0) + 1 FROM annotation");
          return insert(change, id, exhibit, 1, draft, false);
        });
  }

  /** Changes an annotation, or puts a removed one back. */
  public Annotation set(long annotation, AnnotationDraft draft) throws CaseException {
    return database.write(change -> next(change, annotation, draft, false));
  }

  /** Takes an annotation away; its versions stay in the case. */
  public Annotation remove(long annotation) throws CaseException {
    return database.write(change -> next(change, annotation, null, true));
  }

  private static Annotation next(
      Transaction change, long id, @Nullable AnnotationDraft draft, boolean removed)
      throws SQLException, CaseException {
    String content =
        change
            .sql()
            .first(
                "SELECT content FROM annotation WHERE annotation = ? ORDER BY version DESC LIMIT 1",
                row -> row.getString(1),
                id)
            .orElseThrow(() -> CaseException.unknown("annotation", id));
    Annotation last = change.read(content, Annotation.class);
    return insert(
        change,
        id,
        last.exhibit(),
        last.version() + 1,
        draft == null ? last.draft() : draft,
        removed);
  }

  private static Annotation insert(
      Transaction change,
      long id,
      long exhibit,
      int version,
      AnnotationDraft draft,
      boolean removed)
      throws SQLException {
    Annotation annotation =
        new Annotation(id, exhibit, version, draft, removed, change.actor().person(), change.at());
    String json = change.json(annotation);
    long entry =
        change.audit(
            AuditAction.ANNOTATED,
            exhibit,
            Map.of("annotation", id, "version", version, "removed", removed),
            json);
    change
        .sql()
        .run(
            "INSERT INTO annotation (annotation, version, exhibit, entry, content)"
                + " VALUES (?, ?, ?, ?, ?)",
            id,
            version,
            exhibit,
            entry,
            json);
    change.touch(CaseChange.Kind.ANNOTATIONS, exhibit);
    return annotation;
  }
}
