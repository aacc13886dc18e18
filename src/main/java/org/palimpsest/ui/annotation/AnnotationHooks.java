package org.palimpsest.ui.annotation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What drawing asks of the window around it.
 *
 * @param chooseFile asks where to save a mask; gets a suggested name, empty when declined
 * @param exhibit the file of the exhibit that is shown, which no export may replace
 * @param saved told of a mask that was written
 * @param failed told of what went wrong, to be shown once
 */
public record AnnotationHooks(
    Function<String, Optional<Path>> chooseFile,
    Supplier<Optional<Path>> exhibit,
    Consumer<Path> saved,
    Consumer<Throwable> failed) {}
