package org.palimpsest.registry.format;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a pickle's strings and numbers, none longer than the limit. */
final class PickleText {
  private static final int LINE = 1 << 10;
  private static final int DIGITS = 20;
  private static final int BYTES_OF_LONG = 255;

  private final ByteReader in;
  private final PickleLimits limits;

  PickleText(ByteReader in, PickleLimits limits) {
    this.in = in;
    this.limits = limits;
  }

  /** A UTF-8 string. */
  String string(long length, long at) throws FormatException {
    String text = utf8(bytes(length, at));
    if (text == null) {
      throw Unpickler.malformed("has a string that is not UTF-8", at);
    }
    return text;
  }

  /** A string of Python 2, which states no encoding: UTF-8 if it can be that, else Latin-1. */
  String oldString(long length, long at) throws FormatException {
    byte[] bytes = bytes(length, at);
    String text = utf8(bytes);
    return text == null ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
  }

  byte[] bytes(long length, long at) throws FormatException {
    if (length < 0 || length > limits.text()) {
      throw PickleLimits.exceeded("bytes in a string", limits.text(), at);
    }
    return in.bytes((int) length);
  }

  /** Text up to the end of a line. */
  String line(long at) throws FormatException {
    StringBuilder line = new StringBuilder();
    for (int c = in.u8(); c != '\n'; c = in.u8()) {
      if (line.length() == LINE) {
        throw PickleLimits.exceeded("characters in a name", LINE, at);
      }
      line.append((char) c);
    }
    return line.toString();
  }

  /** Decimal digits in a line; {@code 00} and {@code 01} are false and true. */
  Object decimal(long at) throws FormatException {
    String digits = line(at);
    if (digits.equals("00") || digits.equals("01")) {
      return digits.equals("01");
    }
    if (digits.length() <= DIGITS) {
      try {
        return Long.parseLong(digits);
      } catch (NumberFormatException e) {
        throw new FormatException("FMT-43", Unpickler.sentence("has a number that is none", at), e);
      }
    }
    throw PickleLimits.exceeded("digits", DIGITS, at);
  }

  /** A whole number in two's complement, least significant byte first. */
  Object integer(long length, long at) throws FormatException {
    if (length < 0 || length > BYTES_OF_LONG) {
      throw PickleLimits.exceeded("bytes in a number", BYTES_OF_LONG, at);
    }
    byte[] bytes = in.bytes((int) length);
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte swapped = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swapped;
    }
    BigInteger value = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
