package org.palimpsest.casework.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The tags of a case and which exhibits carry them; the audit log keeps their history. */
public final class Tags {
  private static final int LONGEST = 80;

  private final Database database;

  Tags(Database database) {
    this.database = database;
  }

  /** All tags by name. */
  public List<Tag> all() throws CaseException {
    return database.read(
        sql ->
            sql.list(
                "SELECT id, name, colour FROM tag ORDER BY name COLLATE NOCASE, name",
                row -> new Tag(row.getLong(1), row.getString(2), row.getString(3))));
  }

  /** Makes a tag; one of that name that is there already is given back as it is. */
  public Tag create(String name, String colour) throws CaseException {
    String clean = checked(name, colour);
    return database.write(
        change -> {
          var there =
              change
                  .sql()
                  .first(
                      "SELECT id, name, colour FROM tag WHERE name = ?",
                      row -> new Tag(row.getLong(1), row.getString(2), row.getString(3)),
                      clean);
          if (there.isPresent()) {
            return there.get();
          }
          long id =
              change.sql().insert("INSERT INTO tag (name, colour) VALUES (?, ?)", clean, colour);
          change.audit(AuditAction.TAG_CREATED, null, facts(id, clean, colour));
          change.touch(CaseChange.Kind.TAGS);
          return new Tag(id, clean, colour);
        });
  }

  /** Gives a tag another name or colour. */
  public void change(Tag tag) throws CaseException {
    String clean = checked(tag.name(), tag.colour());
    database.change(
        change -> {
          boolean taken =
              change
                      .sql()
                      .number(
                          "SELECT count(*) FROM tag WHERE name = ? AND id <> ?", clean, tag.id())
                  > 0;
          if (taken) {
            throw CaseException.refused("There is another tag named %s.".formatted(clean));
          }
          int changed =
              change
                  .sql()
                  .run(
                      "UPDATE tag SET name = ?, colour = ? WHERE id = ?",
                      clean,
                      tag.colour(),
                      tag.id());
          if (changed == 0) {
            throw CaseException.unknown("tag", tag.id());
          }
          change.audit(AuditAction.TAG_CHANGED, null, facts(tag.id(), clean, tag.colour()));
          change.touch(CaseChange.Kind.TAGS);
        });
  }

  /** Removes a tag from the case and from everything that carries it. */
  public void remove(long tag) throws CaseException {
    database.change(
        change -> {
          List<Long> carriers =
              change
                  .sql()
                  .list("SELECT exhibit FROM exhibit_tag WHERE tag = ?", r -> r.getLong(1), tag);
          if (change.sql().run("DELETE FROM tag WHERE id = ?", tag) == 0) {
            throw CaseException.unknown("tag", tag);
          }
          change.audit(AuditAction.TAG_REMOVED, null, Map.of("tag", tag, "exhibits", carriers));
          change.touch(CaseChange.Kind.TAGS);
          carriers.forEach(exhibit -> change.touch(CaseChange.Kind.TAGS, exhibit));
        });
  }

  /** Marks exhibits with a tag. */
  public void assign(long tag, Collection<Long> exhibits) throws CaseException {
    assign(tag, exhibits, AuditAction.TAGGED, "INSERT OR IGNORE INTO exhibit_tag VALUES (?, ?)");
  }

  /** Takes a tag off exhibits. */
  public void unassign(long tag, Collection<Long> exhibits) throws CaseException {
    assign(
        tag,
        exhibits,
        AuditAction.UNTAGGED,
        "DELETE FROM exhibit_tag WHERE exhibit = ? AND tag = ?");
  }

  private void assign(long tag, Collection<Long> exhibits, AuditAction action, String statement)
      throws CaseException {
    database.change(
        change -> {
          if (change.sql().number("SELECT count(*) FROM tag WHERE id = ?", tag) == 0) {
            throw CaseException.unknown("tag", tag);
          }
          List<Long> changed = changed(change, tag, exhibits, statement);
          if (!changed.isEmpty()) {
            change.audit(action, null, Map.of("tag", tag, "exhibits", changed));
            changed.forEach(exhibit -> change.touch(CaseChange.Kind.TAGS, exhibit));
          }
        });
  }

  private static List<Long> changed(
      Transaction change, long tag, Collection<Long> exhibits, String statement)
      throws SQLException, CaseException {
    List<Long> changed = new ArrayList<>();
    for (long exhibit : exhibits) {
      Exhibits.require(change.sql(), exhibit);
      if (change.sql().run(statement, exhibit, tag) > 0) {
        changed.add(exhibit);
      }
    }
    return changed;
  }

  private static Map<String, Object> facts(long id, String name, String colour) {
    Map<String, Object> facts = new java.util.LinkedHashMap<>();
    facts.put("tag", id);
    facts.put("name", name);
    facts.put("colour", colour);
    return facts;
  }

  private static String checked(String name, String colour) throws CaseException {
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > LONGEST) {
      throw CaseException.refused("A tag has a name of 1 to %d characters.".formatted(LONGEST));
    }
    if (!colour.matches("#[0-9a-fA-F]{6}")) {
      throw CaseException.refused("A colour is written as #rrggbb, not " + colour + ".");
    }
    return clean;
  }
}
