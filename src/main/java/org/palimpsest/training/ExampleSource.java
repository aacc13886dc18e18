package org.palimpsest.training;

/**
 * Training examples by number; the same number gives the same example. May be asked by several
 * threads.
 */
@FunctionalInterface
public interface ExampleSource {
  TrainingExample example(long number);
}
