package org.palimpsest.casework.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.casework.ExaminationRecord;

/** Compares one examination, its columns and its map with the entry that recorded it. */
final class ExaminationCheck {
  private record Row(
      LatestResult shown,
      long exhibit,
      String file,
      String conditions,
      String content,
      String digest,
      String facts,
      long recorded) {}

  private final Sql sql;
  private final Content content;
  private final long id;

  ExaminationCheck(Sql sql, Content content, long id) {
    this.sql = sql;
    this.content = content;
    this.id = id;
  }

  List<Flaw> flaws() throws SQLException, CaseException {
    List<Flaw> flaws = new ArrayList<>();
    String place = "examination %d".formatted(id);
    Row row =
        sql.first(
                "SELECT x.model, x.outcome, x.score, x.area, x.peak, x.regions, x.at, x.exhibit,"
                    + " x.file_sha256, x.conditions_sha256, x.content, a.digest, a.facts, a.exhibit"
                    + " FROM examination x"
                    + " LEFT JOIN audit a ON a.seq = x.entry AND a.action = 'EXAMINED'"
                    + " WHERE x.id = ?",
                found ->
                    new Row(
                        ExhibitRows.result(found, id, 1),
                        found.getLong(8),
                        found.getString(9),
                        found.getString(10),
                        found.getString(11),
                        String.valueOf(found.getString(12)),
                        String.valueOf(found.getString(13)),
                        found.getLong(14)),
                id)
            .orElseThrow();
    if (!Content.digest(row.content()).equals(row.digest()) || row.exhibit() != row.recorded()) {
      flaws.add(new Flaw(place, "Its record is not the one that the audit log recorded."));
      return flaws;
    }
    if (!repeats(row)) {
      flaws.add(new Flaw(place, "What the list shows of it is not what its record says."));
    }
    JsonNode facts = content.read(row.facts(), JsonNode.class);
    String map = MapStrips.digest(Examinations.strips(sql, id));
    if (!facts.path("map_sha256").asText().equals(map)) {
      flaws.add(new Flaw(place, "Its map is not the one that the audit log recorded."));
    }
    return flaws;
  }

  private boolean repeats(Row row) throws CaseException {
    ExaminationRecord record = content.read(row.content(), ExaminationRecord.class);
    LatestResult expected =
        new LatestResult(
            id,
            record.conditions().model(),
            record.verdict().outcome(),
            record.measurement().score(),
            record.measurement().areaShare(),
            record.measurement().peak(),
            record.measurement().regions().size(),
            record.at());
    return expected.equals(row.shown())
        && record.file().sha256().equals(row.file())
        && Examinations.conditions(content, record.conditions()).equals(row.conditions());
  }
}
