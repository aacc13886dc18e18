package org.palimpsest.report.evaluation;

import java.util.List;

/**
 * A table of the page.
 *
 * @param title what is in it
 * @param note how it is to be read; empty where it explains itself
 * @param heads names of the columns after the first two, which are the group and its n
 * @param rows one for each group
 */
public record Table(String title, String note, List<String> heads, List<Row> rows) {
  public Table {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param name the group
   * @param n its pictures
   * @param strong whether it sums the others up
   * @param cells one for each head
   */
  public record Row(String name, String n, boolean strong, List<Cell> cells) {}
}
