package org.palimpsest.evidence;

/**
 * One entry of a metadata directory in words.
 *
 * @param name as the standard or the maker calls it
 * @param value at most {@value MetadataReader#LONGEST_VALUE} characters, hidden ones written out
 */
public record MetadataTag(String name, String value) {}
