package org.palimpsest.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantisationGridTest {
  @Test
  void valuesStandWhereTheStandardsFigurePutsThem() {
    int[] places = QuantisationGrid.zigzag();
    assertThat(places).startsWith(0, 1, 8, 16, 9, 2, 3, 10, 17, 24).endsWith(47, 55, 62, 63);
    assertThat(places).doesNotHaveDuplicates().hasSize(64);
  }
}
