package org.palimpsest.report.format;

import org.palimpsest.report.document.Picture;

/** What a template must know of the medium it is written for. */
public interface Medium {
  /** A text as the medium's typefaces can show it. */
  String text(String words);

  /** Where a picture is, for the {@code src} of an image. */
  String source(Picture picture);

  /** Whether it has pages. */
  boolean isPaged();
}
