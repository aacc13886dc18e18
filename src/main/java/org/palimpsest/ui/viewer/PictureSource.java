package org.palimpsest.ui.viewer;

import java.nio.file.Path;
import java.util.Optional;

/** A picture that can be fetched, such as an exhibit with one of its examinations. */
public interface PictureSource {
  /** What is being fetched, for a person who waits. */
  String name();

  /** Reads and decodes; called on a background thread. Whatever it throws is shown. */
  ViewedPicture load() throws Exception;

  /** The exhibit's file, which no export may replace; empty where there is none. */
  default Optional<Path> original() {
    return Optional.empty();
  }

  /** A picture that is there already. */
  static PictureSource of(ViewedPicture picture) {
    return new PictureSource() {
      @Override
      public String name() {
        return picture.name();
      }

      @Override
      public ViewedPicture load() {
        return picture;
      }
    };
  }
}
