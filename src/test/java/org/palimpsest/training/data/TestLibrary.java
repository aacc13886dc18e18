package org.palimpsest.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.palimpsest.imaging.TestImages;

/** A library of computed pictures. */
final class TestLibrary {
  private TestLibrary() {}

  static PhotoLibrary of(int photographs, int side) {
    List<Photograph> list = new ArrayList<>();
    for (int i = 0; i < photographs; i++) {
      list.add(new Photograph("computed-" + i, List.of(TestImages.photograph(side, side + 40, i))));
    }
    return new PhotoLibrary(list, Map.of());
  }
}
