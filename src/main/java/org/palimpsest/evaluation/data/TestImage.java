package org.palimpsest.evaluation.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A picture whose truth is known.
 *
 * @param set the name of the set it belongs to
 * @param file the picture
 * @param label what it is
 * @param truth a mask, white where the picture was edited; null unless it is {@link Label#EDITED}
 */
public record TestImage(String set, Path file, Label label, @Nullable Path truth) {
  public TestImage {
    if ((truth != null) != (label == Label.EDITED)) {
      throw new IllegalArgumentException("a mask belongs to an edited picture, and to no other");
    }
  }

  /** A picture with an edited part. */
  public static TestImage edited(String set, Path file, Path truth) {
    return new TestImage(set, file, Label.EDITED, truth);
  }

  /** An original. */
  public static TestImage authentic(String set, Path file) {
    return new TestImage(set, file, Label.AUTHENTIC, null);
  }

  /** A picture that is fake as a whole, or at places that nobody recorded. */
  public static TestImage fake(String set, Path file) {
    return new TestImage(set, file, Label.FAKE, null);
  }

  /** Whether a part of it was edited and the mask says which. */
  public boolean edited() {
    return label == Label.EDITED;
  }

  /** Whether it is an original. */
  public boolean authentic() {
    return label == Label.AUTHENTIC;
  }
}
