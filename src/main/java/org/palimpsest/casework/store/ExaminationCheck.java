package org.palimpsest.casework.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.palimpsest.casework.ExaminationRecord;

/** Compares one examination, its columns and its map with the entry that recorded it. */
final class ExaminationCheck {
  private record Row(
      long exhibit,
      LatestResult shown,
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
                "SELECT x.*, a.digest, a.facts, a.exhibit AS recorded FROM examination x"
                    + " LEFT JOIN audit a ON a.seq = x.entry AND a.action = 'EXAMINED'"
                    + " WHERE x.id = ?",
                found ->
                    new Row(
                        found.getLong("exhibit"),
                        ExhibitRows.result(found, id),
                        found.getString("file_sha256"),
                        found.getString("conditions_sha256"),
                        found.getString("content"),
                        String.valueOf(found.getString("digest")),
                        String.valueOf(found.getString("facts")),
                        found.getLong("recorded")),
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
