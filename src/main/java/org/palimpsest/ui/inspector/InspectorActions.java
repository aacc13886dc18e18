package org.palimpsest.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.palimpsest.heatmap.Region;

/**
 * What the inspector asks other parts of the window to do.
 *
 * @param zoom show a region of the picture large
 * @param reexamine ask how, then queue an examination of these exhibits
 * @param robustness try an exhibit recompressed, resized and cropped
 */
public record InspectorActions(
    Consumer<Region> zoom, Consumer<List<Long>> reexamine, LongConsumer robustness) {}
