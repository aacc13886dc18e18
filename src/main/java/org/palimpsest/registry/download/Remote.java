package org.palimpsest.registry.download;

import java.net.URI;
import org.palimpsest.evidence.Sha256;

/**
 * A file on a server, known beforehand.
 *
 * @param size in bytes
 * @param sha256 what its content must give
 */
public record Remote(URI address, long size, Sha256 sha256) {}
