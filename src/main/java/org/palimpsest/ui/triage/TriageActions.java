package org.palimpsest.ui.triage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What the list asks other parts of the window to do.
 *
 * @param open show an exhibit large
 * @param reexamine ask how, then queue examinations of these exhibits
 * @param retry queue these exhibits again, which had failed or were cancelled
 * @param reveal show a file in the system's file manager
 */
public record TriageActions(
    LongConsumer open,
    Consumer<List<Long>> reexamine,
    Consumer<List<Long>> retry,
    Consumer<Path> reveal) {}
