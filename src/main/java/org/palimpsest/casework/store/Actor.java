package org.palimpsest.casework.store;

import java.time.InstantSource;

/**
 * Who changes a case, with what, by which clock: every entry of the audit log names them.
 *
 * @param person the examiner, or the account that is logged in
 * @param program this program with its version
 */
public record Actor(String person, String program, InstantSource clock) {
  /** The account that is logged in, by the system's clock. */
  public static Actor ofThisAccount(String program) {
    return new Actor(System.getProperty("user.name", "unknown"), program, InstantSource.system());
  }

  /** The same program in another person's hands. */
  public Actor as(String other) {
    return new Actor(other, program, clock);
  }
}
