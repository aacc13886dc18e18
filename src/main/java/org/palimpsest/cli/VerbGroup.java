package org.palimpsest.cli;

import java.util.List;
import java.util.concurrent.Callable;

/** A verb that has verbs of its own. */
public interface VerbGroup {
  /** In the order of the help. */
  List<Callable<Integer>> verbs();
}
