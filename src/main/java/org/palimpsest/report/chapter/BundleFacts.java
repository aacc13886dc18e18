package org.palimpsest.report.chapter;

/**
 * The replay bundle that goes with a report.
 *
 * @param name its file name
 * @param manifest SHA-256 of its manifest, which holds the digests of all its files
 * @param maps how many localization maps it carries
 */
public record BundleFacts(String name, String manifest, int maps) {}
