package org.palimpsest.casework.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.palimpsest.casework.Conditions;
import org.palimpsest.casework.ExaminationRecord;
import org.palimpsest.casework.Measurement;
import org.palimpsest.evidence.Sha256;
import org.palimpsest.imaging.FloatMap;

/** The examinations of a case: added, never changed. */
public final class Examinations {
  private final Database database;

  Examinations(Database database) {
    this.database = database;
  }

  /** The results of an exhibit, oldest first. */
  public List<LatestResult> of(long exhibit) throws CaseException {
    return database.read(
        sql ->
            sql.list(
                "SELECT id, model, outcome, score, area, peak, regions, at FROM examination"
                    + " WHERE exhibit = ? ORDER BY id",
                row -> ExhibitRows.result(row, row.getLong(1), 2),
                exhibit));
  }

  /** The whole record of an examination. */
  public ExaminationRecord record(long examination) throws CaseException {
    return database.read(
        sql ->
            database
                .content()
                .read(
                    sql.first(
                            "SELECT content FROM examination WHERE id = ?",
                            row -> row.getString(1),
                            examination)
                        .orElseThrow(() -> CaseException.unknown("examination", examination)),
                    ExaminationRecord.class));
  }

  /** The exhibit that an examination is about. */
  public long exhibit(long examination) throws CaseException {
    return database.read(
        sql ->
            sql.first(
                    "SELECT exhibit FROM examination WHERE id = ?",
                    row -> row.getLong(1),
                    examination)
                .orElseThrow(() -> CaseException.unknown("examination", examination)));
  }

  /** The localization map of an examination, in image coordinates, exactly as it was computed. */
  public FloatMap map(long examination) throws CaseException {
    List<MapStrips.Strip> strips = database.read(sql -> strips(sql, examination));
    if (strips.isEmpty()) {
      throw CaseException.unknown("examination", examination);
    }
    return MapStrips.decode(strips);
  }

  static List<MapStrips.Strip> strips(Sql sql, long examination) throws SQLException {
    return sql.list(
        "SELECT width, rows, bytes FROM map_strip WHERE examination = ? ORDER BY strip",
        row -> new MapStrips.Strip(row.getInt(1), row.getInt(2), row.getBytes(3)),
        examination);
  }

  /** The examination of these bytes under equal conditions, if there is one. */
  static Optional<Long> equal(Sql sql, long exhibit, Sha256 file, String conditions)
      throws SQLException {
    return sql.first(
        "SELECT id FROM examination WHERE exhibit = ? AND file_sha256 = ?"
            + " AND conditions_sha256 = ?",
        row -> row.getLong(1),
        exhibit,
        file.hex(),
        conditions);
  }

  static String conditions(Content content, Conditions conditions) {
    return Content.digest(content.write(conditions));
  }

  /**
   * Adds an examination and makes it the latest of its exhibit.
   *
   * @return its id
   */
  static long add(
      Transaction change,
      long exhibit,
      ExaminationRecord record,
      List<MapStrips.Strip> map,
      String conditions)
      throws SQLException {
    String json = change.json(record);
    Measurement measured = record.measurement();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("model", record.conditions().model());
    facts.put("model_sha256", record.conditions().modelSha256());
    facts.put("outcome", record.verdict().outcome().words());
    facts.put("score", measured.score());
    facts.put("map_sha256", MapStrips.digest(map));
    long entry = change.audit(AuditAction.EXAMINED, exhibit, facts, json);
    long id =
        change
            .sql()
            .insert(
                "INSERT INTO examination (exhibit, at, model, outcome, score, area, peak, regions,"
                    + " file_sha256, conditions_sha256, entry, content)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                exhibit,
                record.at().toString(),
                record.conditions().model(),
                record.verdict().outcome().name(),
                (double) measured.score(),
                measured.areaShare(),
                (double) measured.peak(),
                measured.regions().size(),
                record.file().sha256(),
                conditions,
                entry,
                json);
    int number = 0;
    for (MapStrips.Strip strip : map) {
      change
          .sql()
          .run(
              "INSERT INTO map_strip (examination, strip, width, rows, bytes)"
                  + " VALUES (?, ?, ?, ?, ?)",
              id,
              number++,
              strip.width(),
              strip.rows(),
              strip.bytes());
    }
    change
        .sql()
        .run(
            "UPDATE standing SET (examination, model, outcome, score, area, peak, regions,"
                + " examined_at) = (SELECT id, model, outcome, score, area, peak, regions, at"
                + " FROM examination WHERE id = ?), examinations = examinations + 1,"
                + " error_code = NULL, error = NULL WHERE exhibit = ?",
            id,
            exhibit);
    change.touch(CaseChange.Kind.EXAMINATIONS, exhibit);
    return id;
  }
}
