package org.palimpsest.registry.download;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.palimpsest.registry.ModelException;

/**
 * Which addresses a download may go to: encrypted ones. An unencrypted address is taken only of
 * this very machine, and no server elsewhere can lead there.
 *
 * @param origin where the download begins
 */
record Addresses(URI origin) {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Makes sure that this address, the first or one that a server leads to, may be asked. */
  void check(URI address) throws ModelException {
    boolean allowed =
        isScheme(address, "https") || (isUnencryptedHere(address) && isUnencryptedHere(origin));
    if (!allowed || address.getHost() == null || address.getRawUserInfo() != null) {
      throw new ModelException(
          "MOD-41", "%s is not asked: only https addresses are.".formatted(address));
    }
  }

  private static boolean isUnencryptedHere(URI address) {
    String host = address.getHost();
    return isScheme(address, "http")
        && host != null
        && THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
  }

  private static boolean isScheme(URI address, String scheme) {
    return scheme.equalsIgnoreCase(address.getScheme());
  }
}
