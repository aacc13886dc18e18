package org.palimpsest.casework;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that a list of paths stands for.
 *
 * @param files files to examine, each once, in order, as absolute paths
 * @param problems paths and folders that could not be looked into
 * @param leftOut files in the folders whose names promise no picture
 */
public record Listing(List<Path> files, List<FailedItem> problems, int leftOut) {
  public Listing {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }
}
