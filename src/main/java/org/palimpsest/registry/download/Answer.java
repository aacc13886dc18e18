package org.palimpsest.registry.download;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answers to the request for a file or its rest.
 *
 * @param response of status 200 (the whole file) or 206 (a part), or of a refusal
 */
record Answer(HttpResponse<InputStream> response) {
  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  boolean isWhole() {
    return response.statusCode() == 200;
  }

  /** Whether it is the rest of a file of that size from that byte on. */
  boolean isRest(long from, long size) {
    if (response.statusCode() != 206) {
      return false;
    }
    Matcher range = RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    return range.matches()
        && Long.parseLong(range.group(1)) == from
        && Long.parseLong(range.group(2)) == size - 1
        && (range.group(3).equals("*") || Long.parseLong(range.group(3)) == size);
  }

  /** Bytes that the server says will follow; empty if it does not say. */
  OptionalLong length() {
    try {
      return response.headers().firstValueAsLong("Content-Length");
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * By what the server will know this version again: a strong entity tag. A weak one would allow
   * other bytes, and a date has no more than seconds.
   */
  Optional<String> mark() {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> tag.matches("\"[\\x21\\x23-\\x7e]{1,256}\""));
  }
}
