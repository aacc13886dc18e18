package org.palimpsest.casework.store;

import java.time.Instant;

/**
 * One version of an annotation.
 *
 * @param id of the annotation, the same in all its versions
 * @param exhibit what it lies on
 * @param version 1, 2, 3, …
 * @param draft what is drawn
 * @param removed whether this version takes it away
 * @param author who made this version
 * @param at when
 */
public record Annotation(
    long id,
    long exhibit,
    int version,
    AnnotationDraft draft,
    boolean removed,
    String author,
    Instant at) {}
