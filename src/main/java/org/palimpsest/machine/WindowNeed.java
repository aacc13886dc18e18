package org.palimpsest.machine;

/**
 * One thing a window needs of the machine.
 *
 * @param code of the failure to start where it is not met
 * @param met whether it is there
 * @param words what was found, or what to do about it
 */
public record WindowNeed(String code, boolean met, String words) {}
