package org.palimpsest.ui.triage;

import java.util.Comparator;

/**
 * Names as people order them: digits by their value, so that {@code IMG_9} precedes {@code IMG_10}.
 */
final class NaturalOrder implements Comparator<String> {
  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      char a = left.charAt(i);
      char b = right.charAt(j);
      if (isDigit(a) && isDigit(b)) {
        int endOfLeft = endOfDigits(left, i);
        int endOfRight = endOfDigits(right, j);
        int order = compareNumbers(left, i, endOfLeft, right, j, endOfRight);
        if (order != 0) {
          return order;
        }
        i = endOfLeft;
        j = endOfRight;
      } else if (a != b) {
        return Character.compare(a, b);
      } else {
        i++;
        j++;
      }
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }

  private static int compareNumbers(String left, int i, int iEnd, String right, int j, int jEnd) {
    int a = skipZeros(left, i, iEnd);
    int b = skipZeros(right, j, jEnd);
    int order = Integer.compare(iEnd - a, jEnd - b);
    while (order == 0 && a < iEnd) {
      order = Character.compare(left.charAt(a++), right.charAt(b++));
    }
    return order;
  }

  private static int skipZeros(String text, int from, int to) {
    int at = from;
    while (at < to - 1 && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int endOfDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
