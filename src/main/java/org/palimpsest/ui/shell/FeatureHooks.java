package org.palimpsest.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.palimpsest.registry.OperatingPoint;

/**
 * What the parts that show a case ask of the window.
 *
 * @param points operating point of a model by its name
 * @param cards a model's card in plain words by the model's name
 * @param reexamine asks how, then queues
 * @param retry queues as usual
 * @param say a line that asks for nothing
 * @param failed a problem, to be shown once
 */
record FeatureHooks(
    Function<String, Optional<OperatingPoint>> points,
    Function<String, String> cards,
    Consumer<List<Long>> reexamine,
    Consumer<List<Long>> retry,
    Consumer<String> say,
    Consumer<Throwable> failed) {}
